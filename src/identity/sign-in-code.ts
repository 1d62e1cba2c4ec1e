import type { Pool } from 'pg';
import { hashOf, newSecret } from './secret.ts';
import type { Channel, Method } from './session.ts';

/** For whom a code is made, and how long it may wait to be used. */
export interface CodeRequest {
  readonly college: string;
  readonly account: string;
  /** Seconds. */
  readonly ttl: number;
  readonly now: string;
  /** How the person who uses it will have come in; `api` unless told. */
  readonly channel?: Channel;
  /** How who gets it proved who they are; `code` unless told: having it is the proof. */
  readonly method?: Exclude<Method, 'password'>;
  /** Since when that proof stands, where it is older than the code's use: a code never makes a proof younger. */
  readonly authenticatedAt?: string | null;
}

const ISSUE = `
INSERT INTO identity.sign_in_code
  (code_hash, college, account, channel, issued_at, expires_at, method, authenticated_at)
VALUES ($1, $2, $3, $4, $5, $5::timestamptz + make_interval(secs => $6), $7, $8)`;

/** Makes a one-time code of 256 bits. It is returned once; only its SHA-256 is kept, so nobody can look it up. */
export const issueSignInCode = async (pool: Pool, request: CodeRequest): Promise<string> => {
  const { college, account, ttl, now, channel = 'api', method = 'code', authenticatedAt = null } = request;
  const code = newSecret('');
  await pool.query({
    name: 'identity.issue_code',
    text: ISSUE,
    values: [hashOf(code), college, account, channel, now, ttl, method, authenticatedAt],
  });
  return code;
};

/** Those of some codes that can still be used. */
export const openCodes = async (
  pool: Pool,
  codes: readonly string[],
  now: string,
): Promise<ReadonlySet<string>> => {
  const { rows } = await pool.query<{ hash: string }>({
    name: 'identity.open_codes',
    text: `SELECT encode(code_hash, 'hex') AS hash FROM identity.sign_in_code
           WHERE code_hash = ANY ($1) AND used_at IS NULL AND expires_at > $2`,
    values: [codes.map(hashOf), now],
  });
  const open = new Set(rows.map(({ hash }) => hash));
  return new Set(codes.filter((code) => open.has(hashOf(code).toString('hex'))));
};

/** Makes the codes of an account that wait to be used worthless, as when a link went to the wrong person. */
export const withdrawSignInCodes = async (
  pool: Pool,
  college: string,
  account: string,
  now: string,
): Promise<void> => {
  await pool.query({
    name: 'identity.withdraw_codes',
    text: `UPDATE identity.sign_in_code SET used_at = $3
           WHERE college = $1 AND account = $2 AND used_at IS NULL`,
    values: [college, account, now],
  });
};

/** Deletes what ended before an instant: codes, sessions, ways to a provider, failed attempts that nobody counts. */
export const forgetEnded = async (pool: Pool, before: string): Promise<void> => {
  await pool.query('DELETE FROM identity.sign_in_code WHERE expires_at < $1', [before]);
  await pool.query('DELETE FROM identity.session WHERE ends_at < $1', [before]);
  await pool.query('DELETE FROM identity.provider_flow WHERE expires_at < $1', [before]);
  await pool.query('DELETE FROM identity.attempt WHERE last_at < $1', [before]);
};
