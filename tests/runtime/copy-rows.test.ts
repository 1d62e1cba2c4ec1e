import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { connections, type Connections } from '../../src/database/pools.ts';
import { copyRows } from '../../src/runtime/copy-rows.ts';
import type { Column, Row, TableShape } from '../../src/runtime/table-shape.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

const TYPES = {
  place: 'int',
  id: 'uuid',
  words: 'text',
  day: 'date',
  small: 'smallint',
  whole: 'int',
  large: 'bigint',
  flag: 'boolean',
  list: 'jsonb',
} as const;

const columns = Object.entries(TYPES).map(([property, type]): Column => ({
  property,
  name: `"${property}"`,
  type,
  nullable: true,
}));

const shape: TableShape = {
  name: 'copied',
  columns,
  keys: columns.slice(0, 1),
  indexes: [],
  isAppended: false,
  handlers: {},
  personal: [],
};

const storable = fc.string({ unit: 'binary', maxLength: 120 }).map((text) => text.replaceAll('\u0000', ''));

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const row = fc.record({
  id: fc.option(fc.uuid()),
  words: fc.option(fc.oneof(storable, fc.constant('я'.repeat(70_000)))),
  day: fc.option(day),
  small: fc.option(fc.integer({ min: -32_768, max: 32_767 })),
  whole: fc.option(fc.integer()),
  large: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  flag: fc.option(fc.boolean()),
  list: fc.option(fc.array(fc.record({ a: storable, b: fc.option(fc.integer()) }), { maxLength: 5 })),
});

let database: TestDatabase;
let owner: Connections;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  owner = connections(database.ownerUrl);
  pool = owner.pool(1);
  const declared = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  await pool.query(`CREATE TABLE read.copied (college uuid NOT NULL, ${declared})`);
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

const copy = async (college: string, rows: readonly Row[]): Promise<void> => {
  const client = await pool.connect();
  try {
    await copyRows(client, shape, 'copied', college, rows);
  } finally {
    client.release();
  }
};

describe('copying rows in', () => {
  it('keeps every value as it is, in each type that a column has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        const college = randomUUID();
        const numbered = rows.map((one, place) => ({ place, ...one }));
        await copy(college, numbered);
        const found = await pool.query('SELECT * FROM read.copied WHERE college = $1 ORDER BY place', [
          college,
        ]);
        expect(found.rows).toEqual(numbered.map((one) => ({ college, ...one })));
      }),
      { numRuns: 60 },
    );
  });

  it.each<readonly [string, Row]>([
    ['a text that is no id', { id: 'not an id' }],
    ['an id with a letter too many', { id: `${randomUUID()}0` }],
    ['a letter where a digit belongs', { id: 'g0000000-0000-0000-0000-000000000000' }],
    ['a day that is not in the calendar', { day: '2026-02-29' }],
    ['a text that is no day', { day: 'tomorrow' }],
    ['a broken number', { whole: 1.5 }],
    ['a number too large', { small: 40_000 }],
  ])('takes nothing where there is %s', async (_, wrong) => {
    const college = randomUUID();
    await expect(copy(college, [{ place: 1 }, { place: 2, ...wrong }])).rejects.toThrow(/./u);
    const found = await pool.query('SELECT FROM read.copied WHERE college = $1', [college]);
    expect(found.rowCount).toBe(0);
  });

  it('says of a type without a binary form that it has none', async () => {
    const client = await pool.connect();
    const odd = { ...shape, columns: [{ ...columns[0], type: 'money' } as Column] };
    await expect(copyRows(client, odd, 'copied', randomUUID(), [{ place: 1 }])).rejects.toThrow('type money');
    client.release();
  });
});
