import type { Pool } from 'pg';
import { LedgerFault } from '../fault.ts';
import type { Hash } from '../leaf.ts';

/** A log that leaves may be taken out of. */
export interface LeavedLog {
  readonly no: number;
  readonly college: string;
  readonly origin: string;
  /** How many events a leaf holds. */
  readonly leaf: number;
}

/** A stretch of a log that lies in a file. */
export interface ArchivedStretch {
  readonly first: number;
  readonly last: number;
  readonly root: Hash;
  readonly manifest: Hash;
}

const LOG =
  'SELECT no, id AS college, origin, leaf FROM log.college WHERE origin = $1 OR id::text = lower($1)';

const ARCHIVED =
  'SELECT first::text AS first, last::text AS last, root, manifest FROM log.archived($1) ORDER BY first';

/** The log of an origin or of a college's id. Throws `LedgerFault` where there is none. */
export const demandLog = async (pool: Pool, log: string): Promise<LeavedLog> => {
  const [found] = (await pool.query<LeavedLog>(LOG, [log])).rows;
  if (!found) throw new LedgerFault(`There is no log of ${log}.`);
  return found;
};

/** What was archived of a log, in order. */
export const archivedStretches = async (pool: Pool, no: number): Promise<readonly ArchivedStretch[]> => {
  type Row = Omit<ArchivedStretch, 'first' | 'last'> & { readonly first: string; readonly last: string };
  const { rows } = await pool.query<Row>(ARCHIVED, [no]);
  return rows.map((row) => ({ ...row, first: Number(row.first), last: Number(row.last) }));
};
