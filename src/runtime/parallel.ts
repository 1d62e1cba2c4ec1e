import type { Pool, PoolClient } from 'pg';
import type { Connected } from './replay.ts';

/** Does something for each of some items, two at a time, each over a connection of its own; the last one has both. */
export const inParallel = async <Item>(
  pool: Pool,
  client: PoolClient,
  items: readonly Item[],
  act: (clients: Connected, item: Item) => Promise<void>,
): Promise<void> => {
  const second = await pool.connect();
  try {
    if (items.length === 1) {
      for (const item of items) await act([client, second], item);
      return;
    }
    const left = items.values();
    const work = async (over: PoolClient): Promise<void> => {
      for (const item of left) await act([over], item);
    };
    // Neither may go on over a connection that the other has given back.
    const done = await Promise.allSettled([work(client), work(second)]);
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  } finally {
    second.release();
  }
};
