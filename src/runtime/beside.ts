import type { PoolClient } from 'pg';
import type { EventLog } from '../log/event-log.ts';
import { compareTable, type TableComparison } from './compare-tables.ts';
import type { ReadModel, ReadModels } from './read-models.ts';
import { inParallel } from './parallel.ts';
import { replay } from './replay.ts';
import { createSide, dropSide, finishSide, keySide, type Side } from './side-tables.ts';

/** How far a replay is; for a progress bar. */
export interface ReplayProgress {
  readonly projection: string;
  readonly done: number;
  readonly total: number;
}

/** Hears of a replay's progress after each page. */
export type OnProgress = (progress: ReplayProgress) => void;

/** A projection replayed beside its live tables. */
export interface Replayed {
  readonly model: ReadModel;
  readonly colleges: readonly string[];
  readonly events: number;
  /** Per table; empty where the live tables are of another version and cannot be compared. */
  readonly tables: readonly TableComparison[];
}

interface Live {
  readonly college: string;
  readonly version: number;
  readonly position: bigint;
}

const LIVE = `SELECT college, version, position FROM read.checkpoint
  WHERE projection = $1 AND college = ANY ($2::uuid[]) ORDER BY college`;

/** Memory of the one session that compares two tables. */
const COMPARING = '128MB';

/** What is done with the twins, in the transaction that holds the checkpoints; told where each college stands. */
type Conclude = (client: PoolClient, reached: ReadonlyMap<string, bigint>) => Promise<void>;

/**
 * Replays a projection into twins of its tables and compares. Meanwhile the live tables serve, and are kept level;
 * only at the end the projector waits, while the twins take the last events and both are held side by side.
 * One such replay of a projection runs at a time, across processes. Throws `Poison`.
 */
export const replayBeside = async (
  log: EventLog,
  { pool }: Pick<ReadModels, 'pool'>,
  model: ReadModel,
  colleges: readonly string[],
  side: Side,
  onProgress: OnProgress,
  conclude: Conclude,
): Promise<Replayed> => {
  const { name, version, shapes } = model;
  const client = await pool.connect();
  const lock = `gradeledger.rebuild.${name}`;
  const live = async (mode: '' | ' FOR UPDATE'): Promise<readonly Live[]> =>
    (await client.query<Live>(LIVE + mode, [name, colleges])).rows;
  let events = 0;
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [lock]);
    await dropSide(client, model, side);
    const tables = await createSide(client, model, side);

    const found = new Map((await live('')).map((one) => [one.college, one]));
    const reached = new Map<string, bigint>();
    const gone = new Map<string, bigint>();
    for (const college of colleges) {
      gone.set(college, await log.head(college));
      const standing = found.get(college);
      reached.set(college, standing?.version === version ? standing.position : await log.head(college));
    }
    let total = [...reached.values()].reduce((sum, position) => sum + Number(position), 0);
    const onRead = (count: number): void => {
      events += count;
      onProgress({ projection: name, done: events, total });
    };
    let keyed: Promise<void> | null = null;
    const index = (): Promise<void> => (keyed ??= keySide(pool, model, side));
    await inParallel(pool, client, [...reached], async (clients, [college, to]) => {
      const stretch = { college, from: 0n, to, gone: gone.get(college) ?? 0n };
      await replay(log, clients, model, tables, stretch, onRead, index);
    });
    await index();
    await finishSide(pool, model, side);

    await client.query('BEGIN');
    // Both sides of a comparison are hashed in memory instead of on disk.
    await client.query(`SET LOCAL work_mem = '${COMPARING}'`);
    const held = await live(' FOR UPDATE');
    for (const { college, position } of held) {
      const from = reached.get(college) ?? 0n;
      if (position <= from) continue;
      total += Number(position - from);
      const rest = { college, from, to: position, gone: gone.get(college) ?? 0n };
      await replay(log, [client], model, tables, rest, onRead, index);
      reached.set(college, position);
    }
    const isComparable = held.every((one) => one.version === version);
    const comparisons: TableComparison[] = [];
    if (isComparable)
      for (const shape of shapes) comparisons.push(await compareTable(client, shape, side, colleges));
    await conclude(client, reached);
    await client.query('COMMIT');
    return { model, colleges, events, tables: comparisons };
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    await dropSide(client, model, side).catch(() => undefined);
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lock]).catch(() => undefined);
    client.release();
  }
};
