import type { PoolClient } from 'pg';
import type { EventLog } from '../log/event-log.ts';
import { fold, foldPage, stepsOf } from './fold-steps.ts';
import type { ReadModel } from './read-models.ts';
import type { TableRows } from './table-rows.ts';
import { TableState } from './table-state.ts';

/** How much of a replay is in memory at once. */
export interface ReplaySize {
  /** Events read at once. */
  readonly page: number;
  /** Rows held before they are written and let go. */
  readonly rows: number;
}

const SIZE: ReplaySize = { page: 5_000, rows: 300_000 };

/** A stretch of one college's log, after `from` and up to `to`. */
export interface Stretch {
  readonly college: string;
  readonly from: bigint;
  readonly to: bigint;
  /** Where the log stood before its first text was read: keys that had ended by then sweep nothing. */
  readonly gone?: bigint;
}

/**
 * Folds a stretch into tables: rows are held in memory, the next page is read meanwhile. Tables that start empty
 * are read only once rows were let go, and `index` is called before. `onRead` hears how many events a page had. Throws `Poison`.
 */
export const replay = async (
  log: EventLog,
  client: PoolClient,
  { routes }: ReadModel,
  tables: readonly TableRows[],
  { college, from, to, gone = 0n }: Stretch,
  onRead: (events: number) => void,
  index: () => Promise<void>,
  size = SIZE,
): Promise<void> => {
  const states = tables.map(() => new TableState());
  let isEmpty = from === 0n;
  const write = async (): Promise<void> => {
    for (const [index, table] of tables.entries())
      if (isEmpty) await states[index]?.fill(client, college, table);
      else await states[index]?.write(client, college, table);
  };
  const read = (after: bigint) =>
    log.read(college, after, Number(to - after < BigInt(size.page) ? to - after : BigInt(size.page)));

  let reached = from;
  let next = reached < to ? read(reached) : null;
  while (next) {
    const page = await next;
    const last = page.at(-1);
    if (!last) throw new Error(`The log of ${college} ends before ${to}.`);
    reached = last.position;
    next = reached < to ? read(reached) : null;
    // A failure of the fold below must not leave the read ahead unheard.
    next?.catch(() => undefined);

    if (isEmpty) foldPage(routes, page, states, gone);
    else {
      const steps = stepsOf(routes, page, gone);
      for (const { table, effect } of steps) states[table]?.expect(effect);
      for (const [index, table] of tables.entries()) await states[index]?.load(client, college, table);
      fold(steps, states);
    }
    onRead(page.length);
    if (states.reduce((held, state) => held + state.size, 0) <= size.rows) continue;
    await write();
    if (isEmpty) await index();
    for (const state of states) state.clear();
    isEmpty = false;
  }
  await write();
};
