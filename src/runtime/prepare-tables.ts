import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';
import { CREATE_CHECKPOINTS } from './checkpoints.ts';
import type { ReadModel } from './read-models.ts';
import { CREATE_SCRUBS } from './scrub.ts';
import { admitReader } from './row-security.ts';
import { createIndexes, createKey, createTable, inRead } from './table-ddl.ts';
import type { TableShape } from './table-shape.ts';

const COLUMNS = `SELECT quote_ident(attname) AS name, atttypid::regtype::text AS type, NOT attnotnull AS nullable
  FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attname <> 'college'`;

const describe = (columns: readonly { name: string; type: string; nullable: boolean }[]): string =>
  columns
    .map(({ name, type, nullable }) => `${name.replaceAll('"', '')} ${type} ${String(nullable)}`)
    .toSorted()
    .join();

/** Whether the table lies there with the columns its entity declares. */
const stands = async (client: ClientBase, { name, columns }: TableShape): Promise<boolean> => {
  const { rows: types } = await client.query<{ type: string }>(
    'SELECT t::regtype::text AS type FROM unnest($1::text[]) AS t',
    [columns.map(({ type }) => type)],
  );
  const wanted = columns.map((column, index) => ({ ...column, type: types[index]?.type ?? column.type }));
  const { rows } = await client.query<{ name: string; type: string; nullable: boolean }>(COLUMNS, [
    inRead(name),
  ]);
  return describe(rows) === describe(wanted);
};

const createAll = async (client: ClientBase, { name, shapes }: ReadModel): Promise<void> => {
  const statements = shapes.flatMap((shape) => [
    `DROP TABLE IF EXISTS ${inRead(shape.name)}`,
    createTable(shape, shape.name),
    createKey(shape, shape.name),
    ...createIndexes(shape, shape.name),
    admitReader(shape, shape.name),
  ]);
  await client.query(statements.join(';\n'));
  await client.query('DELETE FROM read.checkpoint WHERE projection = $1', [name]);
};

const prepare = async (client: ClientBase, model: ReadModel): Promise<void> => {
  const { rows } = await client.query('SELECT FROM read.checkpoint WHERE projection = $1 AND version <> $2', [
    model.name,
    model.version,
  ]);
  // Tables of another version keep serving until the rebuild swaps them.
  if (rows.length > 0) return;
  for (const shape of model.shapes)
    if (!(await stands(client, shape))) {
      await createAll(client, model);
      return;
    }
};

/**
 * Makes the tables that are missing, or that no longer have the shape of their entity; their projection then
 * starts from nothing. Several processes may ask at once.
 */
export const prepareTables = async (pool: Pool, models: readonly ReadModel[]): Promise<void> => {
  await inTransaction(pool, 'BEGIN', async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('gradeledger.read', 0))`);
    await client.query(CREATE_CHECKPOINTS);
    await client.query(CREATE_SCRUBS);
    for (const model of models) await prepare(client, model);
  });
};
