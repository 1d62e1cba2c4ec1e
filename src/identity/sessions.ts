import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { hashOf, isSecret, newSecret } from './secret.ts';
import { forget, remember, remembered } from './session-memory.ts';
import { ABSOLUTE_SECONDS, IDLE_SECONDS, TOKEN_PREFIX, type Method, type Session } from './session.ts';

/** The idle time is moved on at most once a minute, so that reading does not write with every request. */
const SLIDE_SECONDS = 60;

/** SQL for an instant in the form this project uses. */
const instant = (sql: string): string =>
  `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `id, college, account, channel, method, ${instant('authenticated_at')} AS "authenticatedAt",
  ${instant('least(idle_until, ends_at)')} AS expires`;

const SIGN_IN = `
WITH used AS (
  UPDATE identity.sign_in_code SET used_at = $2
  WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2
  RETURNING college, account, channel, method, authenticated_at
)
INSERT INTO identity.session
  (id, token_hash, college, account, channel, method, authenticated_at, signed_in_at, idle_until, ends_at)
SELECT $3, $4, college, account, channel, method, coalesce(authenticated_at, $2), $2,
       $2::timestamptz + make_interval(secs => $5), $2::timestamptz + make_interval(secs => $6)
FROM used
RETURNING ${columns}`;

const BEGIN = `
INSERT INTO identity.session
  (id, token_hash, college, account, channel, method, authenticated_at, signed_in_at, idle_until, ends_at)
VALUES ($1, $2, $3, $4, 'api', $5, $6, $6,
        $6::timestamptz + make_interval(secs => $7), $6::timestamptz + make_interval(secs => $8))
RETURNING ${columns}`;

const FIND = `
WITH found AS (
  SELECT * FROM identity.session
  WHERE token_hash = $1 AND signed_out_at IS NULL AND idle_until > $2 AND ends_at > $2
), slid AS (
  UPDATE identity.session s SET idle_until = $2::timestamptz + make_interval(secs => $3)
  FROM found
  WHERE s.id = found.id AND s.signed_out_at IS NULL
    AND found.idle_until < $2::timestamptz + make_interval(secs => $3 - $4::float8)
)
SELECT ${columns.replace(
  'idle_until',
  `CASE WHEN idle_until < $2::timestamptz + make_interval(secs => $3 - $4::float8)
  THEN $2::timestamptz + make_interval(secs => $3) ELSE idle_until END`,
)} FROM found`;

/** A session, and the token that opens it: returned once, and kept nowhere. */
export interface Begun {
  readonly token: string;
  readonly session: Session;
}

/**
 * Exchanges a one-time code for an access token, in one statement, so that of two who try at once one succeeds.
 * `null` for a code that is unknown, used or expired alike. The token is returned once and kept nowhere.
 */
export const signIn = async (pool: Pool, code: string, now: string): Promise<Begun | null> => {
  if (!isSecret('', code)) return null;
  const token = newSecret(TOKEN_PREFIX);
  const { rows } = await pool.query<Session>({
    name: 'identity.sign_in',
    text: SIGN_IN,
    values: [hashOf(code), now, randomUUID(), hashOf(token), IDLE_SECONDS, ABSOLUTE_SECONDS],
  });
  return rows[0] ? { token, session: rows[0] } : null;
};

/** Begins a session of somebody who has just proved who they are. */
export const beginSession = async (
  pool: Pool,
  { college, account }: Pick<Session, 'college' | 'account'>,
  method: Method,
  now: string,
): Promise<Begun> => {
  const token = newSecret(TOKEN_PREFIX);
  const { rows } = await pool.query<Session>({
    name: 'identity.begin_session',
    text: BEGIN,
    values: [randomUUID(), hashOf(token), college, account, method, now, IDLE_SECONDS, ABSOLUTE_SECONDS],
  });
  const [session] = rows;
  if (!session) throw new Error('A session was not kept.');
  return { token, session };
};

/** The session behind a token, or `null`. An answer may be up to one second old (T05). */
export const findSession = async (pool: Pool, token: string, now: string): Promise<Session | null> => {
  if (!isSecret(TOKEN_PREFIX, token)) return null;
  const hash = hashOf(token);
  const key = hash.toString('base64url');
  const known = remembered(pool, key, now);
  if (known) return known;

  const { rows } = await pool.query<Session>({
    name: 'identity.find_session',
    text: FIND,
    values: [hash, now, IDLE_SECONDS, SLIDE_SECONDS],
  });
  const session = rows[0] ?? null;
  if (session) remember(pool, key, session, now);
  return session;
};

/** Ends the session of a token, at once in this process; ending it twice changes nothing. */
export const signOut = async (pool: Pool, token: string, now: string): Promise<void> => {
  if (!isSecret(TOKEN_PREFIX, token)) return;
  const hash = hashOf(token);
  await pool.query({
    name: 'identity.sign_out',
    text: 'UPDATE identity.session SET signed_out_at = $2 WHERE token_hash = $1 AND signed_out_at IS NULL',
    values: [hash, now],
  });
  forget(pool, hash.toString('base64url'));
};

/**
 * Ends every session of an account, as when a token was lost, but for one that may be kept: within a second in every
 * process. How many there were.
 */
export const endSessions = async (
  pool: Pool,
  college: string,
  account: string,
  now: string,
  kept: string | null = null,
): Promise<number> => {
  const { rowCount } = await pool.query({
    name: 'identity.end_sessions',
    text: `UPDATE identity.session SET signed_out_at = $3
           WHERE college = $1 AND account = $2 AND signed_out_at IS NULL AND idle_until > $3 AND ends_at > $3
             AND id IS DISTINCT FROM $4::uuid`,
    values: [college, account, now, kept],
  });
  return rowCount ?? 0;
};
