import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** A connection of the pool's, while calls are made on it. */
interface Held {
  readonly client: Promise<PoolClient>;
  calls: number;
  error?: Error;
}

/** Calls that are answered in the order in which they are made, on one connection: whoever makes them need not wait between them. */
export interface Line {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}

/**
 * A line that holds a connection only while a call is under way, and gives up one on which a call failed: calls made after
 * that go by another.
 */
export function createLine(pool: Pool): Line {
  let held: Held | null = null;

  const leave = async (left: Held): Promise<void> => {
    left.calls -= 1;
    if (left.calls > 0) return;
    if (held === left) held = null;
    const client = await left.client.catch(() => null);
    client?.release(left.error);
  };

  return {
    async query(query) {
      const own = (held ??= { client: pool.connect(), calls: 0 });
      own.calls += 1;
      try {
        return await (await own.client).query(query);
      } catch (error) {
        own.error = error as Error;
        if (held === own) held = null;
        throw error;
      } finally {
        await leave(own);
      }
    },
  };
}
