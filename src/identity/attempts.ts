import type { Pool } from 'pg';
import { keyOf } from './delays.ts';

/** Attempts allowed within a window that begins with the first of them, per key. */
export interface AttemptLimit {
  /** What is counted; part of the key. */
  readonly of: 'failed code' | 'issued code' | 'credential command';
  readonly most: number;
  readonly seconds: number;
}

/** Sign-ins that fail from one address; a code can not be guessed, so this bounds noise, not luck (ASVS 5.0 6.3.1). */
export const FAILED_SIGN_INS: AttemptLimit = { of: 'failed code', most: 10, seconds: 60 };

/** Codes made for one account: a flood of links is how people learn to click on any (ASVS 5.0 6.3.1). */
export const ISSUED_CODES: AttemptLimit = { of: 'issued code', most: 10, seconds: 60 * 60 };

/** One command changes one credential, though it is sent to two servers at once; after a day the log alone knows it. */
export const CREDENTIAL_COMMANDS: AttemptLimit = { of: 'credential command', most: 1, seconds: 24 * 60 * 60 };

/** A row tells in `last_at` when its window began, and in `open_at` when the next attempt is allowed. */
const COUNT = `
INSERT INTO identity.attempt AS a (key, failures, last_at, open_at)
VALUES ($1, 1, $2, $2::timestamptz + make_interval(secs => CASE WHEN $3::int > 1 THEN 0 ELSE $4 END))
ON CONFLICT (key) DO UPDATE SET
  (failures, last_at, open_at) = (
    SELECT failures, began,
      CASE WHEN failures < $3 THEN $2::timestamptz ELSE began + make_interval(secs => $4) END
    FROM (
      SELECT CASE WHEN is_over THEN 1 ELSE a.failures + 1 END AS failures,
             CASE WHEN is_over THEN $2::timestamptz ELSE a.last_at END AS began
      FROM (SELECT a.last_at <= $2::timestamptz - make_interval(secs => $4) AS is_over) AS passed
    ) AS counted
  )
WHERE a.open_at <= $2`;

/** Seconds to wait before the next attempt is allowed, on whichever server; 0 when it may be made now. */
export const retryAfter = async (
  pool: Pool,
  limit: AttemptLimit,
  text: string,
  now: string,
): Promise<number> => {
  const { rows } = await pool.query<{ wait: number }>({
    name: 'identity.retry_after',
    text: `SELECT extract(epoch FROM open_at - $2::timestamptz)::float8 AS wait
           FROM identity.attempt WHERE key = $1 AND open_at > $2`,
    values: [keyOf(limit, text), now],
  });
  const [found] = rows;
  return found ? Math.max(1, Math.ceil(found.wait)) : 0;
};

/** Counts an attempt, for all servers; false where there were too many, and then it counts nothing. */
export const countAttempt = async (
  pool: Pool,
  limit: AttemptLimit,
  text: string,
  now: string,
): Promise<boolean> => {
  const { rowCount } = await pool.query({
    name: 'identity.count_attempt',
    text: COUNT,
    values: [keyOf(limit, text), now, limit.most, limit.seconds],
  });
  return rowCount === 1;
};
