import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { errorCode } from '../database/error-code.ts';
import type { ReadModel } from './read-models.ts';
import { admitReader } from './row-security.ts';
import { sideName } from './side-tables.ts';
import { inRead } from './table-ddl.ts';

const LOCK_NOT_AVAILABLE = '55P03';

/** Below PostgreSQL's own patience with deadlocks: it is the swap that gives way, never a reader. */
const PATIENCE_MS = 200;

const lockAll = async (client: ClientBase, tables: readonly string[]): Promise<void> => {
  await client.query(`SET LOCAL lock_timeout TO ${String(PATIENCE_MS)}`);
  for (;;) {
    await client.query('SAVEPOINT locking');
    try {
      await client.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`);
      return;
    } catch (error) {
      if (errorCode(error) !== LOCK_NOT_AVAILABLE) throw error;
      await client.query('ROLLBACK TO locking');
      await sleep(PATIENCE_MS / 4);
    }
  }
};

/**
 * Puts the twins in the place of the live tables, in the caller's transaction. A reader sees old rows or new ones, and
 * is admitted only now: under row-level security nothing can be copied in.
 */
export const swapTables = async (client: ClientBase, { shapes }: ReadModel): Promise<void> => {
  const twins = shapes.map((shape) => inRead(sideName(shape, 'new')));
  // Nobody reads a twin: only the server's own vacuum may be at work there, and it gives way to whoever waits longer than
  // we would wait for a reader.
  await client.query(`LOCK TABLE ${twins.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL',
    [shapes.map(({ name }) => inRead(name))],
  );
  if (rows.length > 0)
    await lockAll(
      client,
      rows.map(({ name }) => name),
    );
  for (const shape of shapes) {
    await client.query(admitReader(shape, sideName(shape, 'new')));
    await client.query(`DROP TABLE IF EXISTS ${inRead(shape.name)}`);
    await client.query(`ALTER TABLE ${inRead(sideName(shape, 'new'))} RENAME TO "${shape.name}"`);
  }
};

/** Puts the twins' rows of some colleges in the place of the live ones, in the caller's transaction. */
export const replaceRows = async (
  client: ClientBase,
  { shapes }: ReadModel,
  colleges: readonly string[],
): Promise<void> => {
  for (const shape of shapes) {
    const columns = ['college', ...shape.columns.map((column) => column.name)].join(', ');
    await client.query(`DELETE FROM ${inRead(shape.name)} WHERE college = ANY ($1::uuid[])`, [colleges]);
    await client.query(
      `INSERT INTO ${inRead(shape.name)} (${columns}) SELECT ${columns} FROM ${inRead(sideName(shape, 'new'))}`,
    );
  }
};
