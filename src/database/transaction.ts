import type { Pool, PoolClient } from 'pg';

/** Runs something in one transaction: all of it is kept, or nothing when it throws. */
export const inTransaction = async <Answer>(
  pool: Pool,
  begin: string,
  act: (client: PoolClient) => Promise<Answer>,
): Promise<Answer> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const answer = await act(client);
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: unknown) => {
      broken = failure as Error;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};
