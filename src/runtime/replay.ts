import type { PoolClient } from 'pg';
import { definitions } from '../../events/register.ts';
import type { EventLog, OpenedEvent } from '../log/event-log.ts';
import { lateDecoding } from '../log/late-decoding.ts';
import { fold, foldPage, stepsOf } from './fold-steps.ts';
import { readAhead, type Stretch } from './read-ahead.ts';
import type { ReadModel } from './read-models.ts';
import { KEY_DESTROYED } from './sweep.ts';
import type { TableRows } from './table-rows.ts';
import { TableState } from './table-state.ts';

/** How much of a replay is in memory at once. */
export interface ReplaySize {
  /** Events read at once. */
  readonly page: number;
  /** Rows held before they are written and let go. */
  readonly rows: number;
  /** Rows of one table that nobody comes back to, held before they are written. */
  readonly settled: number;
}

const SIZE: ReplaySize = { page: 2_000, rows: 300_000, settled: 5_000 };

/** One connection or several: what one of them wrote, the others see only when it was not in a transaction. */
export type Connected = readonly [PoolClient, ...PoolClient[]];

/** The tables of a projection while they are filled from the log of one college. */
class Filling {
  readonly #client: PoolClient;
  /** Connections over which a table is filled at once, the first among them. */
  readonly #clients: readonly PoolClient[];
  readonly #college: string;
  readonly #model: ReadModel;
  readonly #tables: readonly TableRows[];
  readonly #states: readonly TableState[];
  readonly #size: ReplaySize;
  readonly #index: () => Promise<void>;
  readonly #gone: bigint;
  readonly #decode = lateDecoding();
  /** No row was let go of: whatever is not held is nowhere. */
  #isWhole: boolean;
  #hasSettled = false;
  #settling: Promise<void> = Promise.resolve();

  constructor(
    [client, ...more]: Connected,
    model: ReadModel,
    tables: readonly TableRows[],
    { college, from, gone = 0n }: Stretch,
    index: () => Promise<void>,
    size: ReplaySize,
  ) {
    this.#client = client;
    this.#clients = [client, ...more];
    this.#college = college;
    this.#model = model;
    this.#tables = tables;
    this.#states = tables.map(({ shape }) => new TableState(shape));
    this.#size = size;
    this.#index = index;
    this.#gone = gone;
    this.#isWhole = from === 0n;
  }

  async take(page: readonly OpenedEvent[]): Promise<void> {
    if (this.#isWhole && this.#hasSettled && this.#sweeps(page)) await this.#letGo();
    if (this.#isWhole) foldPage(this.#model.routes, page, this.#states, this.#gone, this.#decode);
    else await this.#foldLoaded(page);
    if (this.#states.reduce((held, state) => held + state.size - state.settled, 0) > this.#size.rows)
      await this.#letGo();
    else if (this.#states.some(({ settled }) => settled > this.#size.settled)) await this.#settle();
  }

  /** Writes what is held. */
  async write(): Promise<void> {
    await this.#settling;
    for (const [index, table] of this.#tables.entries())
      if (this.#isWhole) await this.#states[index]?.fill(this.#clients, this.#college, table);
      else {
        await this.#states[index]?.settle(this.#clients, this.#college, table);
        await this.#states[index]?.write(this.#client, this.#college, table);
      }
  }

  /** Whether a key ends whose texts may stand in rows that were written and are held no more. */
  #sweeps(page: readonly OpenedEvent[]): boolean {
    return page.some(({ type, position }) => type === KEY_DESTROYED && position > this.#gone);
  }

  async #foldLoaded(page: readonly OpenedEvent[]): Promise<void> {
    await this.#settling;
    const steps = stepsOf(this.#model.routes, page, this.#gone, this.#decode);
    if (this.#sweeps(page)) await this.#settleNow();
    for (const { table, effect } of steps) this.#states[table]?.expect(effect);
    for (const [index, table] of this.#tables.entries())
      await this.#states[index]?.load(this.#client, this.#college, table);
    fold(steps, this.#states);
  }

  /** Starts to write the rows that nobody comes back to: the next page is folded meanwhile. */
  async #settle(): Promise<void> {
    await this.#settling;
    this.#hasSettled = true;
    this.#settling = this.#settleNow();
    // Whoever waits for it hears of a failure.
    this.#settling.catch(() => undefined);
  }

  async #settleNow(): Promise<void> {
    const all = this.#tables.map((table, index) => [table, this.#states[index]] as const);
    for (const [table, state] of all) await state?.settle(this.#clients, this.#college, table);
  }

  async #letGo(): Promise<void> {
    await this.write();
    if (this.#isWhole) await this.#index();
    for (const state of this.#states) state.clear();
    this.#isWhole = false;
  }
}

/**
 * Folds a stretch into tables: rows are held in memory, the next pages are read meanwhile. Tables that start empty
 * are read only once rows were let go, and `index` is called before. `onRead` hears how many events a page had. Throws `Poison`.
 */
export const replay = async (
  log: EventLog,
  clients: Connected,
  model: ReadModel,
  tables: readonly TableRows[],
  stretch: Stretch,
  onRead: (events: number) => void,
  index: () => Promise<void>,
  size = SIZE,
): Promise<void> => {
  const filling = new Filling(clients, model, tables, stretch, index, size);
  const passedBy = definitions.map(({ type }) => type).filter((type) => !model.routes.has(type));
  for await (const { events, looked } of readAhead(log, stretch, size.page, passedBy)) {
    await filling.take(events);
    onRead(looked);
  }
  await filling.write();
};
