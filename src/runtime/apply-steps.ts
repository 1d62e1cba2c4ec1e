import type { ClientBase } from 'pg';
import { fold, type Step } from './fold-steps.ts';
import type { TableRows } from './table-rows.ts';
import { TableState } from './table-state.ts';

/** Loads the rows that steps touch, folds, and writes what changed: a few statements a table. Throws `Poison`. */
export const applySteps = async (
  client: ClientBase,
  college: string,
  tables: readonly TableRows[],
  steps: readonly Step[],
): Promise<void> => {
  const states = tables.map(({ shape }) => new TableState(shape));
  for (const { table, effect } of steps) states[table]?.expect(effect);
  for (const [index, table] of tables.entries()) await states[index]?.load(client, college, table);
  fold(steps, states);
  for (const [index, table] of tables.entries()) await states[index]?.write(client, college, table);
};
