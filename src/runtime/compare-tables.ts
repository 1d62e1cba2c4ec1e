import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { sideName, type Side } from './side-tables.ts';
import { inRead } from './table-ddl.ts';
import type { TableShape } from './table-shape.ts';

/** A row that is not as the log says. */
export interface Deviation {
  /** `missing` and `extra` speak of the live table. */
  readonly kind: 'different' | 'missing' | 'extra';
  /** The college and the row's key, by column. */
  readonly key: Readonly<Record<string, string>>;
}

/** A live table held against a replay of the log. */
export interface TableComparison {
  readonly table: string;
  readonly equal: number;
  readonly different: number;
  readonly missing: number;
  readonly extra: number;
  /** The first of them, by key. */
  readonly deviations: readonly Deviation[];
}

/** Deviations that are named, at most. */
const NAMED = 10;

/** How many rows there are, and the sum of their hashes. */
interface Digest {
  readonly rows: number;
  readonly sum: string | null;
}

const digestOf = async (
  client: ClientBase,
  { columns }: TableShape,
  table: string,
  colleges: readonly string[],
  seed: bigint,
): Promise<Digest> => {
  const row = ['college', ...columns.map((column) => column.name)].join(', ');
  const { rows } = await client.query<Digest>(
    `SELECT count(*)::int AS rows, sum(hash_record_extended(ROW(${row}), $2))::text AS sum
       FROM ${inRead(table)} WHERE college = ANY ($1::uuid[])`,
    [colleges, seed],
  );
  return rows[0] ?? { rows: 0, sum: null };
};

/** Compares a live table with its twin for some colleges; both must stand at the same positions. */
export const compareTable = async (
  client: ClientBase,
  shape: TableShape,
  side: Side,
  colleges: readonly string[],
): Promise<TableComparison> => {
  // Nobody can make rows that are not the same sum up alike: the seed is drawn now.
  const seed = randomBytes(8).readBigInt64BE();
  const live = await digestOf(client, shape, shape.name, colleges, seed);
  const twin = await digestOf(client, shape, sideName(shape, side), colleges, seed);
  if (live.rows !== twin.rows || live.sum !== twin.sum)
    return joinedComparison(client, shape, side, colleges);
  return { table: shape.name, equal: live.rows, different: 0, missing: 0, extra: 0, deviations: [] };
};

/** Compares row by row. */
const joinedComparison = async (
  client: ClientBase,
  shape: TableShape,
  side: Side,
  colleges: readonly string[],
): Promise<TableComparison> => {
  const { name, columns, keys } = shape;
  const on = ['college', ...keys.map((key) => key.name)];
  const row = (of: string): string => `ROW(${columns.map((column) => `${of}.${column.name}`).join(', ')})`;
  const joined = `SELECT ${on.map((key) => `coalesce(o.${key}, n.${key}) AS ${key}`).join(', ')},
      CASE WHEN o.college IS NULL THEN 'missing' WHEN n.college IS NULL THEN 'extra'
        WHEN ${row('o')} IS DISTINCT FROM ${row('n')} THEN 'different' ELSE 'equal' END AS "#kind"
    FROM (SELECT * FROM ${inRead(name)} WHERE college = ANY ($1::uuid[])) o
    FULL JOIN (SELECT * FROM ${inRead(sideName(shape, side))} WHERE college = ANY ($1::uuid[])) n
      ON ${on.map((key) => `o.${key} = n.${key}`).join(' AND ')}`;
  const counted = await client.query<{ kind: string; rows: number }>(
    `SELECT "#kind" AS kind, count(*)::int AS rows FROM (${joined}) j GROUP BY 1`,
    [colleges],
  );
  const counts = new Map(counted.rows.map(({ kind, rows }) => [kind, rows]));
  const count = (kind: string): number => counts.get(kind) ?? 0;
  const comparison = {
    table: name,
    equal: count('equal'),
    different: count('different'),
    missing: count('missing'),
    extra: count('extra'),
  };
  if (comparison.different + comparison.missing + comparison.extra === 0)
    return { ...comparison, deviations: [] };

  const { rows } = await client.query<Record<string, string> & { '#kind': Deviation['kind'] }>(
    `SELECT * FROM (${joined}) j WHERE "#kind" <> 'equal' ORDER BY ${on.join(', ')} LIMIT ${String(NAMED)}`,
    [colleges],
  );
  return { ...comparison, deviations: rows.map(({ '#kind': kind, ...key }) => ({ kind, key })) };
};
