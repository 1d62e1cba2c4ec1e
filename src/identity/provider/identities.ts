import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** A person of an identity provider. */
export interface ProviderSubject {
  readonly issuer: string;
  /** The value of the claim that accounts are matched by. */
  readonly subject: string;
}

/** What is kept of a person: nothing that could be read back, since a claim may be a number people know. */
const hashOf = ({ issuer, subject }: ProviderSubject): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest();

/** The account that a person of the provider is the holder of in a college, or `null`: nobody is guessed. */
export const accountOf = async (
  pool: Pool,
  college: string,
  subject: ProviderSubject,
): Promise<string | null> => {
  const { rows } = await pool.query<{ account: string }>({
    name: 'identity.account_of_subject',
    text: 'SELECT account FROM identity.provider_identity WHERE college = $1 AND subject_hash = $2',
    values: [college, hashOf(subject)],
  });
  return rows[0]?.account ?? null;
};

/** Whether some person of the provider is the holder of an account. */
export const hasIdentity = async (pool: Pool, college: string, account: string): Promise<boolean> => {
  const { rowCount } = await pool.query({
    name: 'identity.has_identity',
    text: 'SELECT FROM identity.provider_identity WHERE college = $1 AND account = $2',
    values: [college, account],
  });
  return rowCount === 1;
};

/** Makes a person of the provider the holder of an account; the one before no longer is. Throws where they hold another. */
export const assignIdentity = async (
  pool: Pool,
  { college, account }: { readonly college: string; readonly account: string },
  subject: ProviderSubject,
  now: string,
): Promise<void> => {
  await pool.query({
    name: 'identity.assign_identity',
    text: `INSERT INTO identity.provider_identity (college, subject_hash, account, bound_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (college, account) DO UPDATE SET subject_hash = excluded.subject_hash, bound_at = excluded.bound_at`,
    values: [college, hashOf(subject), account, now],
  });
};

/** Ends that an account is entered by way of the provider, and the sessions that began so. */
export const releaseIdentity = async (
  pool: Pool,
  college: string,
  account: string,
  now: string,
): Promise<void> => {
  await pool.query({
    name: 'identity.release_identity',
    text: `WITH released AS (
             DELETE FROM identity.provider_identity WHERE college = $1 AND account = $2 RETURNING account
           ), withdrawn AS (
             UPDATE identity.sign_in_code SET used_at = $3
             WHERE college = $1 AND account = $2 AND method = 'provider' AND used_at IS NULL
           )
           UPDATE identity.session SET signed_out_at = $3
           WHERE college = $1 AND account = $2 AND method = 'provider' AND signed_out_at IS NULL`,
    values: [college, account, now],
  });
};
