import type { Pool } from 'pg';
import type { Hash } from '../leaf.ts';
import { TILE_WIDTH, type Tile } from '../tiles.ts';
import type { Leaf } from './published.ts';

const NUMBER = 'SELECT c.no FROM log.college c WHERE c.id = $1';

/** A college's own part of the log: a statement that names it never opens another's leaves, whichever plan it gets. */
const partOf = (no: number): string => `log.event_${no}`;

const hashesOf = (no: number): string => `SELECT e.leaf_hash FROM ${partOf(no)} e
  WHERE e.college = $1 AND e.position > $2 AND e.position <= $2 + $3::bigint ORDER BY e.position`;

const bodiesOf = (no: number): string => `SELECT e.body FROM ${partOf(no)} e
  WHERE e.college = $1 AND e.position > $2 AND e.position <= $2 + $3::bigint ORDER BY e.position`;

const leavesOf = (no: number): string => `SELECT e.position, e.body, e.leaf_hash FROM ${partOf(no)} e
  WHERE e.college = $1 AND e.position = ANY ($2::bigint[])`;

const TILES = `SELECT t.level, t.n, t.hashes FROM unnest($2::smallint[], $3::bigint[]) AS u(level, n)
  JOIN ledger.tile t ON t.college = $1 AND t.level = u.level AND t.n = u.n`;

const FIND = 'SELECT c.id FROM log.college c WHERE c.origin = $1 OR c.id::text = $1';

interface LeafRow {
  readonly position: bigint;
  readonly body: string;
  readonly leaf_hash: Hash;
}

/** The queries over the log's leaves and the tiles above them, prepared once per connection. */
export const leafRows = (pool: Pool) => {
  const numbers = new Map<string, number>();
  const numberOf = async (college: string): Promise<number | null> => {
    const known = numbers.get(college);
    if (known !== undefined) return known;
    const { rows } = await pool.query<{ no: number }>(NUMBER, [college]);
    if (rows[0]) numbers.set(college, rows[0].no);
    return rows[0]?.no ?? null;
  };
  /** Rows of a college's own part of the log; none of a college that has no log. */
  const rowsOf = async <Row extends object>(
    name: string,
    textOf: (no: number) => string,
    college: string,
    ...values: readonly unknown[]
  ): Promise<readonly Row[]> => {
    const no = await numberOf(college);
    if (no === null) return [];
    return (await pool.query<Row>({ name: `${name}_${no}`, text: textOf(no), values: [no, ...values] })).rows;
  };
  return {
    async collegeOf(originOrId: string): Promise<string | null> {
      const { rows } = await pool.query<{ id: string }>({
        name: 'ledger.college',
        text: FIND,
        values: [originOrId],
      });
      return rows[0]?.id ?? null;
    },

    /** The first `width` leaf hashes of tile n of level 0. */
    async hashes(college: string, n: number, width: number): Promise<readonly Hash[]> {
      const rows = await rowsOf<{ leaf_hash: Hash }>(
        'ledger.hashes',
        hashesOf,
        college,
        n * TILE_WIDTH,
        width,
      );
      return rows.map(({ leaf_hash: hash }) => hash);
    },

    async bodies(college: string, n: number, width: number): Promise<readonly string[]> {
      const rows = await rowsOf<{ body: string }>('ledger.bodies', bodiesOf, college, n * TILE_WIDTH, width);
      return rows.map(({ body }) => body);
    },

    async leaves(college: string, positions: readonly bigint[]): Promise<ReadonlyMap<bigint, Leaf>> {
      const rows = await rowsOf<LeafRow>('ledger.leaves', leavesOf, college, positions);
      return new Map(rows.map(({ position, body, leaf_hash: leafHash }) => [position, { body, leafHash }]));
    },

    /** Published full tiles as `level/n` → hashes; those that are not there are left out. */
    async tiles(college: string, tiles: readonly Tile[]): Promise<ReadonlyMap<string, Buffer>> {
      if (tiles.length === 0) return new Map();
      const values = [await numberOf(college), tiles.map(({ level }) => level), tiles.map(({ n }) => n)];
      const query = { name: 'ledger.tiles', text: TILES, values };
      const { rows } = await pool.query<{ level: number; n: bigint; hashes: Buffer }>(query);
      return new Map(rows.map(({ level, n, hashes }) => [`${level}/${n}`, hashes]));
    },
  };
};

/** What of the log and its tiles a reader of the tree asks for. */
export type LeafRows = ReturnType<typeof leafRows>;
