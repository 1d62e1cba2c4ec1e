import type { ClientBase } from 'pg';
import { fold, type Step } from './fold-steps.ts';
import type { Statement, TableRows } from './table-rows.ts';
import { TableState } from './table-state.ts';

/**
 * Loads the rows that steps touch, all questions at once, folds, and gives what writes the rows that changed: a few
 * statements a table. Throws `Poison`.
 */
export const changesOf = async (
  client: ClientBase,
  college: string,
  tables: readonly TableRows[],
  steps: readonly Step[],
): Promise<readonly Statement[]> => {
  const all = tables.map((table) => ({ table, state: new TableState(table.shape) }));
  for (const { table, effect } of steps) all[table]?.state.expect(effect);
  await Promise.all(all.map(({ table, state }) => state.load(client, college, table)));
  fold(
    steps,
    all.map(({ state }) => state),
  );
  return all.flatMap(({ table, state }) => state.changes(college, table));
};
