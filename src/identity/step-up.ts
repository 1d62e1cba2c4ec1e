import type { Pool } from 'pg';
import { hashOf, isSecret, newSecret } from './secret.ts';
import { forget } from './session-memory.ts';
import { TOKEN_PREFIX, type Method, type Session } from './session.ts';
import type { Begun } from './sessions.ts';

/** Whether a session was authenticated within so many seconds. */
export const isFresh = (
  { authenticatedAt }: Pick<Session, 'authenticatedAt'>,
  maxAgeSeconds: number,
  now: string,
): boolean => Date.parse(now) - Date.parse(authenticatedAt) <= maxAgeSeconds * 1_000;

const USE = `
WITH used AS (
  UPDATE identity.sign_in_code SET used_at = $2
  WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2 AND college = $3 AND account = $4
    AND coalesce(authenticated_at, $2) > $5
  RETURNING method, coalesce(authenticated_at, $2) AS at
)
SELECT method, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at FROM used`;

/** A proof of who somebody is, and since when it stands. */
export interface Proof {
  readonly method: Method;
  readonly at: string;
}

/**
 * Uses up a one-time code of the same account as a proof. `null` where it is unknown, used, expired or somebody else's,
 * and where it proves nothing newer than the session does: one that was made in that very session.
 */
export const proofByCode = async (
  pool: Pool,
  { college, account, authenticatedAt }: Session,
  code: string,
  now: string,
): Promise<Proof | null> => {
  if (!isSecret('', code)) return null;
  const { rows } = await pool.query<Proof>({
    name: 'identity.proof_by_code',
    text: USE,
    values: [hashOf(code), now, college, account, authenticatedAt],
  });
  return rows[0] ?? null;
};

/**
 * Gives a session a new token and a newer proof; the old token opens nothing from now on (T09, ASVS 5.0 7.2.4). The
 * session stays the same one in the trail, and ends when it would have ended. `null` where it has ended meanwhile.
 */
export const stepUp = async (
  pool: Pool,
  oldToken: string,
  session: Session,
  { method, at }: Proof,
  now: string,
): Promise<Begun | null> => {
  const token = newSecret(TOKEN_PREFIX);
  const old = hashOf(oldToken);
  const { rowCount } = await pool.query({
    name: 'identity.step_up',
    text: `UPDATE identity.session SET token_hash = $3, method = $4, authenticated_at = $5
           WHERE id = $1 AND token_hash = $2 AND signed_out_at IS NULL AND idle_until > $6 AND ends_at > $6`,
    values: [session.id, old, hashOf(token), method, at, now],
  });
  forget(pool, old.toString('base64url'));
  return rowCount === 1 ? { token, session: { ...session, method, authenticatedAt: at } } : null;
};
