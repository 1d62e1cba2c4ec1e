import type { KyselyPlugin, UnknownRow } from 'kysely';

/** Rows of one result are alike, so each is made in one shape. `names`: the column of each property. */
const renamed = (rows: readonly UnknownRow[], names: UnknownRow): UnknownRow[] => {
  const pairs = Object.entries(names).map(([property, column]) => [property, String(column)] as const);
  return rows.map((row) => {
    const named = { ...names };
    for (const [property, column] of pairs) named[property] = row[column];
    return named;
  });
};

/**
 * MikroORM's plugin for Kysely, asked for the names of a result's properties once instead of row by row: for every row it
 * goes through each name that any column of the query's tables might have. It may not convert values.
 */
export const namedRows = (orm: KyselyPlugin): KyselyPlugin => ({
  transformQuery: (args) => orm.transformQuery(args),
  async transformResult({ queryId, result }) {
    const [first] = result.rows;
    if (!first) return result;
    const itself = Object.fromEntries(Object.keys(first).map((column) => [column, column]));
    const [names = itself] = (await orm.transformResult({ queryId, result: { rows: [itself] } })).rows;
    const isSame = Object.entries(names).every(([property, column]) => property === column);
    return isSame ? result : { ...result, rows: renamed(result.rows, names) };
  },
});
