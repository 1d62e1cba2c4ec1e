import type { ClientBase } from 'pg';
import type { ReadModel } from './read-models.ts';
import { createIndexes, createKey, createTable, inRead } from './table-ddl.ts';
import { TableRows } from './table-rows.ts';
import type { TableShape } from './table-shape.ts';

/** Tables built beside the live ones: `new` to take their place, `check` to be compared with them. */
export type Side = 'new' | 'check';

/** A pool, so that the tables are indexed side by side; or one connection. */
type Queries = Pick<ClientBase, 'query'>;

/** The name of a table's twin. */
export const sideName = ({ name }: TableShape, side: Side): string => `${name}__${side}`;

/** Drops the twins of a projection's tables, if there are any. */
export const dropSide = async (client: ClientBase, { shapes }: ReadModel, side: Side): Promise<void> => {
  for (const shape of shapes) await client.query(`DROP TABLE IF EXISTS ${inRead(sideName(shape, side))}`);
};

/** Makes empty twins, to be filled before they are indexed. */
export const createSide = async (
  client: ClientBase,
  { shapes }: ReadModel,
  side: Side,
): Promise<readonly TableRows[]> => {
  for (const shape of shapes) await client.query(createTable(shape, sideName(shape, side)));
  return shapes.map((shape) => new TableRows(shape, sideName(shape, side)));
};

/** Gives the twins their primary keys: from then on their rows can be found and replaced. */
export const keySide = async (pool: Queries, { shapes }: ReadModel, side: Side): Promise<void> => {
  await Promise.all(shapes.map((shape) => pool.query(createKey(shape, sideName(shape, side)))));
};

/** Indexes the filled twins that will take the live tables' place, and lets the planner know them. */
export const finishSide = async (pool: Queries, { shapes }: ReadModel, side: Side): Promise<void> => {
  if (side === 'check') return;
  const finish = async (shape: TableShape): Promise<void> => {
    for (const index of createIndexes(shape, sideName(shape, side))) await pool.query(index);
    // What rows are found by is all that the planner has to know.
    const searched = new Set(['"college"', ...shape.keys.map(({ name }) => name), ...shape.indexes.flat()]);
    await pool.query(`ANALYZE ${inRead(sideName(shape, side))} (${[...searched].join(', ')})`);
  };
  await Promise.all(shapes.map(finish));
};
