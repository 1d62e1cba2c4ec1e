import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** How failed attempts delay the next one: each failure beyond the free ones doubles the wait. */
export interface Delay {
  /** What is counted; part of the key. */
  readonly of: 'name' | 'address';
  /** Failures that cost no wait. */
  readonly free: number;
  /** Seconds. */
  readonly first: number;
  readonly longest: number;
  /** Seconds without an attempt after which all is forgotten. */
  readonly forgottenAfter: number;
}

/** At most five guesses a minute at one name, then ever fewer (T01); a quarter of an hour locks nobody out for long. */
export const BY_NAME: Delay = { of: 'name', free: 5, first: 60, longest: 900, forgottenAfter: 86_400 };

/** A whole college may share one address: its people are slowed, not shut out, when somebody there tries many names. */
export const BY_ADDRESS: Delay = {
  of: 'address',
  free: 50,
  first: 10,
  longest: 300,
  forgottenAfter: 3_600,
};

const DOUBLINGS = 20;

const TAKE = `
WITH taken AS (
  INSERT INTO identity.attempt AS a (key, failures, last_at, open_at)
  VALUES ($1, 1, $2, CASE WHEN $3::int > 1 THEN $2::timestamptz ELSE $2::timestamptz + make_interval(secs => $4) END)
  ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN a.last_at < $2::timestamptz - make_interval(secs => $6) THEN 1 ELSE a.failures + 1 END,
    last_at = $2,
    open_at = CASE
      WHEN a.last_at < $2::timestamptz - make_interval(secs => $6) OR a.failures + 1 < $3 THEN $2::timestamptz
      ELSE $2::timestamptz
        + make_interval(secs => least($5, $4 * power(2, least(a.failures + 1 - $3, ${DOUBLINGS})))) END
  WHERE a.open_at <= $2
  RETURNING key
)
SELECT EXISTS (SELECT FROM taken) AS taken,
  (SELECT extract(epoch FROM open_at - $2::timestamptz)::float8 FROM identity.attempt WHERE key = $1) AS wait`;

/** Under what attempts are counted: neither names nor addresses are kept. */
export const keyOf = ({ of }: { readonly of: string }, text: string): Buffer =>
  createHash('sha256').update(`${of}\n${text}`).digest();

/**
 * Takes an attempt: it counts as failed from now on, so that many at once are counted like one after the other.
 * 0 where it may be made; else the seconds to wait, and it counts nothing.
 */
export const takeAttempt = async (pool: Pool, delay: Delay, text: string, now: string): Promise<number> => {
  const { free, first, longest, forgottenAfter } = delay;
  const { rows } = await pool.query<{ taken: boolean; wait: number | null }>({
    name: 'identity.take_attempt',
    text: TAKE,
    values: [keyOf(delay, text), now, free, first, longest, forgottenAfter],
  });
  const [found] = rows;
  return found?.taken === true ? 0 : Math.max(1, Math.ceil(found?.wait ?? first));
};

/** Gives an attempt back that succeeded or was not made; the failures before it stay counted. */
export const giveBackAttempt = async (pool: Pool, delay: Delay, text: string): Promise<void> => {
  await pool.query({
    name: 'identity.give_back_attempt',
    text: `UPDATE identity.attempt SET failures = greatest(failures - 1, 0), open_at = last_at WHERE key = $1`,
    values: [keyOf(delay, text)],
  });
};

/** Forgets the failures at a name: its holder has come in. */
export const forgetAttempts = async (pool: Pool, delay: Delay, text: string): Promise<void> => {
  await pool.query({
    name: 'identity.forget_attempts',
    text: 'DELETE FROM identity.attempt WHERE key = $1',
    values: [keyOf(delay, text)],
  });
};
