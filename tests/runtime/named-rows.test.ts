import type { KyselyPlugin, UnknownRow } from 'kysely';
import { namedRows } from '../../src/runtime/named-rows.ts';

const queryId = { queryId: 'q' };

/** Names as MikroORM would, and notes how many rows it was asked about. */
const renaming = (
  properties: Readonly<Record<string, string>>,
): KyselyPlugin & { readonly asked: number[] } => {
  const asked: number[] = [];
  const named = (row: UnknownRow): UnknownRow =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [properties[column] ?? column, value]));
  return {
    asked,
    transformQuery: ({ node }) => node,
    transformResult({ result }) {
      asked.push(result.rows.length);
      return Promise.resolve({ ...result, rows: result.rows.map(named) });
    },
  };
};

describe('rows by the names of their properties', () => {
  it('are named as MikroORM names them, which is asked once a result', async () => {
    const orm = renaming({ starts_at: 'startsAt', last_day: 'until' });
    const rows = [
      { lesson: 'a', starts_at: '08:30', last_day: null },
      { lesson: 'b', starts_at: null, last_day: '2026-12-01' },
    ];
    const named = await namedRows(orm).transformResult({ queryId, result: { rows, numAffectedRows: 2n } });
    expect(named).toEqual({
      rows: [
        { lesson: 'a', startsAt: '08:30', until: null },
        { lesson: 'b', startsAt: null, until: '2026-12-01' },
      ],
      numAffectedRows: 2n,
    });
    expect(orm.asked).toEqual([1]);
  });

  it('are left as they came where every column has the name of its property', async () => {
    const result = { rows: [{ lesson: 'a' }, { lesson: 'b' }] };
    expect(await namedRows(renaming({ starts_at: 'startsAt' })).transformResult({ queryId, result })).toBe(
      result,
    );
  });

  it('are none where the result has none', async () => {
    const result = { rows: [] };
    expect(await namedRows(renaming({})).transformResult({ queryId, result })).toBe(result);
  });
});
