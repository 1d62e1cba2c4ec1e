import type { Pool } from 'pg';
import type { EventLog } from '../log/event-log.ts';
import type { ReadModel } from './read-models.ts';
import { collegesOf } from './rebuild.ts';

/** Fewer events are sooner applied than replayed. */
const FEW = 20_000n;

const POSITIONS = `SELECT college, position FROM read.checkpoint WHERE projection = $1 AND version = $2`;

/**
 * Whether a projection lacks more than half of all there is, as after it was added or after an import: then it is
 * sooner replayed, into tables without indexes, than brought up page by page.
 */
export const farBehind = async (
  log: EventLog,
  pool: Pool,
  { name, version }: ReadModel,
  few = FEW,
): Promise<boolean> => {
  const { rows } = await pool.query<{ college: string; position: bigint }>(POSITIONS, [name, version]);
  const positions = new Map(rows.map(({ college, position }) => [college, position]));
  let [all, missing] = [0n, 0n];
  for (const college of await collegesOf(log)) {
    const head = await log.head(college);
    all += head;
    missing += head - (positions.get(college) ?? 0n);
  }
  return missing > few && missing * 2n > all;
};
