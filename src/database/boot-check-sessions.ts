import type { Pool } from 'pg';

const TRIES = 3;

const backend = async (on: { query: Pool['query'] }): Promise<number> =>
  (await on.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0;

/**
 * A sentence where a pooler hands the sessions of the server around between statements: bounds, locks and
 * notifications belong to a session. While one connection holds a session, another must still have its own.
 */
export const sessionDeviations = async (pool: Pool): Promise<readonly string[]> => {
  const [one, other] = [await pool.connect(), await pool.connect()];
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await backend(one);
      await other.query('BEGIN');
      const held = await backend(other);
      const after = await backend(one);
      await other.query('COMMIT');
      if (before !== after || before === held)
        return ['A pooler shares the sessions of the database between connections: let it pool by session.'];
    }
    return [];
  } finally {
    one.release();
    other.release();
  }
};
