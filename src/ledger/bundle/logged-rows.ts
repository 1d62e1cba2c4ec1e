import type { Pool, PoolClient } from 'pg';
import type { LogClock } from '../../log/event-log.ts';
import { LedgerFault } from '../fault.ts';
import type { PlacedText } from './bundle.ts';

/** Positions read at once. */
const PAGE = 2_000;

const COLLEGE = 'SELECT no, origin, clock FROM log.college WHERE id = $1';
const BODIES =
  'SELECT body FROM log.event WHERE college = $1 AND position > $2 AND position <= $3 ORDER BY position';
const SEALED = `SELECT position, field, key, ciphertext FROM log.sealed
  WHERE college = $1 AND position > $2 AND position <= $3 ORDER BY position, field COLLATE "C"`;
const KEYS = 'SELECT DISTINCT key FROM log.sealed WHERE college = $1 AND position <= $2 ORDER BY key';
const POSITION = 'SELECT position FROM log.event WHERE college = $1 AND id = $2';

const ARCHIVED =
  'SELECT a.first, a.last, a.file FROM log.archived($1) a WHERE a.first <= $2 ORDER BY a.first LIMIT 1';

interface SealedRow extends Omit<PlacedText, 'position'> {
  readonly position: bigint;
}

/** A college's log as one moment has it, whatever is appended or erased meanwhile. */
export interface LoggedRows {
  readonly origin: string;
  readonly clock: LogClock;
  /** The bodies from the first position to `size`. Throws `LedgerFault` where some of them were archived. */
  bodies(size: number): AsyncIterable<readonly string[]>;
  /** The ciphertexts up to `size`, in the order of their events. */
  sealed(size: number): AsyncIterable<readonly PlacedText[]>;
  /** The names of the keys that those ciphertexts are sealed under. */
  keyNames(size: number): Promise<readonly string[]>;
  /** Where an event lies. Throws `LedgerFault` where there is no such event up to `size`. */
  positionOf(event: string, size: number): Promise<number>;
}

const rowsOf = async (client: PoolClient, college: string): Promise<LoggedRows> => {
  interface College {
    readonly no: number;
    readonly origin: string;
    readonly clock: LogClock;
  }
  const [found] = (await client.query<College>(COLLEGE, [college])).rows;
  if (!found) throw new LedgerFault(`There is no log of the college ${college}.`);
  const { no, origin, clock } = found;
  async function* paged<Row extends object>(text: string, size: number): AsyncIterable<readonly Row[]> {
    for (let after = 0; after < size; after += PAGE)
      yield (await client.query<Row>(text, [no, after, Math.min(after + PAGE, size)])).rows;
  }
  return {
    origin,
    clock,
    async *bodies(size) {
      interface Stretch {
        readonly first: bigint;
        readonly last: bigint;
        readonly file: string;
      }
      const [gone] = (await client.query<Stretch>(ARCHIVED, [no, size])).rows;
      if (gone)
        throw new LedgerFault(
          `Events ${gone.first} to ${gone.last} lie in the archive ${gone.file}: bring them back with "cli log attach".`,
        );
      for await (const page of paged<{ body: string }>(BODIES, size)) yield page.map(({ body }) => body);
    },
    async *sealed(size) {
      for await (const page of paged<SealedRow>(SEALED, size))
        yield page.map((row) => ({ ...row, position: Number(row.position) }));
    },
    async keyNames(size) {
      const { rows } = await client.query<{ key: string }>(KEYS, [no, size]);
      return rows.map(({ key }) => key);
    },
    async positionOf(event, size) {
      const [row] = (await client.query<{ position: bigint }>(POSITION, [no, event])).rows;
      if (!row || row.position > BigInt(size))
        throw new LedgerFault(`There is no event ${event} among the first ${size}.`);
      return Number(row.position);
    },
  };
};

/** Reads a college's log in one snapshot. The pool is an auditor's: it can read and nothing else. */
export const withLoggedRows = async <Answer>(
  pool: Pool,
  college: string,
  act: (rows: LoggedRows) => Promise<Answer>,
): Promise<Answer> => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await act(await rowsOf(client, college));
  } finally {
    await client.query('ROLLBACK').finally(() => {
      client.release();
    });
  }
};
