import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { gradebookPage } from '../../projections/gradebook/queries.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { startProjector, type Projector } from '../../src/runtime/projector.ts';
import { openReadModels, type ReadModels } from '../../src/runtime/read-models.ts';
import { rebuild } from '../../src/runtime/rebuild.ts';
import { absent, attested, marked } from '../support/acts.ts';
import { eventLog } from '../support/event-log.ts';
import { readRoles } from '../support/read-roles.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { scope } from '../support/read-side.ts';
import { TestCollege } from '../support/test-college.ts';
import { algebra, first, happened, ivanova, smirnov, streams, world } from '../support/world.ts';

const LONG = 30_000;

let database: TestDatabase;
let roles: ReturnType<typeof readRoles>;
let log: EventLog;
let models: ReadModels;
let projector: Projector;
let here: TestCollege;
let there: TestCollege;
/** Asks in plain SQL, as a query that forgot every condition. */
let raw: Pool;

const history = world({
  [streams.mark]: [marked('5')],
  [`mark-${first}.${smirnov}`]: [happened('MarkRecorded', { ...marked('3').data, student: smirnov })],
  [streams.attendance]: [absent()],
  [streams.attestation]: [attested('grade4')],
});

beforeAll(async () => {
  database = await testDatabase();
  roles = readRoles(database);
  log = eventLog();
  models = openReadModels(roles);
  projector = await startProjector(log, models);
  here = await new TestCollege(log).open();
  there = await new TestCollege(log).open();
  for (const college of [here, there]) {
    const position = await college.tell(history);
    projector.follow(college.id);
    for (const { name } of models.models)
      expect(await projector.waitFor(name, college.id, position, LONG)).toBe(true);
  }
  raw = roles.reader.pool(1);
});

afterAll(async () => {
  await projector.stop();
  await roles.end();
  await log.close();
  await database.drop();
});

const tables = (): readonly string[] => models.models.flatMap(({ shapes }) => shapes.map(({ name }) => name));

const withStudents = (): readonly string[] =>
  models.models.flatMap(({ shapes }) =>
    shapes
      .filter(({ columns }) => columns.some(({ property }) => property === 'student'))
      .map(({ name }) => name),
  );

const bind = (college: string, students: string): Promise<unknown> =>
  raw.query(
    `SELECT set_config('gradeledger.college', $1, false), set_config('gradeledger.students', $2, false)`,
    [college, students],
  );

/** What a query without any condition finds in every table together: the different values of a column. */
const found = async (column: string, of: readonly string[] = tables()): Promise<ReadonlySet<unknown>> => {
  const values = new Set<unknown>();
  for (const table of of) {
    const { rows } = await raw.query<Record<string, unknown>>(`SELECT DISTINCT ${column} FROM read.${table}`);
    for (const row of rows) values.add(row[column]);
  }
  return values;
};

const security = async (): Promise<readonly unknown[]> => {
  const { rows } = await models.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c WHERE relnamespace = 'read'::regnamespace AND relkind = 'r'
       AND has_table_privilege('gradeledger_reader', oid, 'SELECT')
       AND relrowsecurity AND relforcerowsecurity AND relowner = 'gradeledger_projector'::regrole
       AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND polroles = ARRAY['gradeledger_reader'::regrole::oid])
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

describe('the second wall, in the database', () => {
  it('stands before every table of the read models, and there is no other that the reader may ask', async () => {
    expect(await security()).toEqual([...tables()].sort());
    const { rows } = await models.pool.query(
      `SELECT count(*)::int AS open FROM pg_class WHERE relnamespace = 'read'::regnamespace AND relkind = 'r'
        AND has_table_privilege('gradeledger_reader', oid, 'SELECT') AND NOT relrowsecurity`,
    );
    expect(rows).toEqual([{ open: 0 }]);
  });

  it('gives no row to a query whose session was told nothing', async () => {
    expect(await found('college')).toEqual(new Set());
    await bind('', '');
    expect(await found('college')).toEqual(new Set());
  });

  it('attack T22: gives no row of another college to a query that forgot the college', async () => {
    await bind(here.id, '*');
    expect(await found('college')).toEqual(new Set([here.id]));
    await bind(randomUUID(), '*');
    expect(await found('college')).toEqual(new Set());
  });

  it('attack T10: gives a learner no row of another student, whatever the query forgot', async () => {
    await bind(here.id, '*');
    expect([...(await found('student', withStudents()))]).toEqual(expect.arrayContaining([ivanova, smirnov]));
    await bind(here.id, `{${ivanova}}`);
    expect(await found('student', withStudents())).toEqual(new Set([null, ivanova]));
    await bind(here.id, '{}');
    expect(await found('student', withStudents())).toEqual(new Set([null]));
  });

  it('costs no index: a page is still one range of the key', async () => {
    const shape = models.models.flatMap(({ shapes }) => shapes).find(({ name }) => name === 'gradebook_cell');
    const columns = shape?.columns ?? [];
    const others = columns.map(({ property, name }) =>
      property === 'journal' || property === 'lesson' ? `md5('${property}' || i)::uuid` : `c.${name}`,
    );
    await models.pool
      .query(`INSERT INTO read.gradebook_cell (college, ${columns.map(({ name }) => name).join(', ')})
      SELECT c.college, ${others.join(', ')} FROM read.gradebook_cell c, generate_series(1, 5000) i`);
    await models.pool.query('ANALYZE read.gradebook_cell');
    await bind(here.id, '*');
    const page = `college = '${here.id}' AND journal = '${algebra}'`;
    const { rows } = await raw.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (COSTS OFF) SELECT * FROM read.gradebook_cell WHERE ${page} ORDER BY lesson, student`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    await models.pool.query(`DELETE FROM read.gradebook_cell WHERE journal <> '${algebra}'`);
    expect(plan).toContain('Index Scan using gradebook_cell_pkey');
    expect(plan).toContain(`Index Cond: ((college = '${here.id}'::uuid) AND (journal = '${algebra}'::uuid))`);
    // The bounds are asked once, not once for each row.
    expect(plan).toMatch(/One-Time Filter: \(\(InitPlan 1\)/u);
  });

  it('lets the reader write nothing, in rows of its own neither', async () => {
    await bind(here.id, '*');
    for (const statement of [
      'DELETE FROM read.gradebook_cell',
      `UPDATE read.gradebook_cell SET marks = '[]'`,
    ])
      await expect(raw.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('stands again after a rebuild has put new tables in the place of the old ones', async () => {
    await rebuild(log, models, 'all', 'all');
    expect(await security()).toEqual([...tables()].sort());
    await bind(there.id, `{${ivanova}}`);
    expect(await found('college')).toEqual(new Set([there.id]));
    expect(await found('student', withStudents())).toEqual(new Set([null, ivanova]));
  });
});

describe('a reader', () => {
  const students = (reader: ReturnType<ReadModels['readers']>) =>
    reader.selectFrom('gradebook_roster').select(['college', 'student']).orderBy('student').execute();

  it('is bound to its own rows, however many others share its connections', async () => {
    const bounds = [
      { college: here.id, students: null },
      { college: here.id, students: new Set([ivanova]) },
      { college: there.id, students: new Set([smirnov]) },
      null,
    ];
    const both = [ivanova, smirnov].sort().map((student) => ({ college: here.id, student }));
    const wanted = [
      both,
      [{ college: here.id, student: ivanova }],
      [{ college: there.id, student: smirnov }],
      [],
    ];
    const asked = Array.from({ length: 200 }, (_, index) => index % bounds.length);
    const answers = await Promise.all(asked.map((one) => students(models.readers(bounds[one] ?? null))));
    expect(answers).toEqual(asked.map((one) => wanted[one]));
  });

  it('stays bound in raw SQL, in a transaction, and after a query of its own failed', async () => {
    const reader = models.readers({ college: here.id, students: new Set([ivanova]) });
    await expect(sql`SELECT 1 / 0`.execute(reader)).rejects.toThrow('division by zero');
    const counted = sql<{ n: bigint }>`SELECT count(*) AS n FROM read.gradebook_roster`;
    expect((await counted.execute(reader)).rows).toEqual([{ n: 1n }]);
    const within = await reader.transaction().execute(async (transaction) => counted.execute(transaction));
    expect(within.rows).toEqual([{ n: 1n }]);
  });

  it('reads the page of a learner with no row of a classmate on it, even under a scope that is too wide', async () => {
    const tooWide = scope(here.id, 'director', 'gradebook.read');
    const learner = models.readers({ college: here.id, students: new Set([ivanova]) });
    const page = await gradebookPage(learner, tooWide, algebra);
    expect(page?.roster.map(({ student }) => student)).toEqual([ivanova]);
    expect(page?.cells.map(({ student }) => student)).toEqual([ivanova]);
  });
});
