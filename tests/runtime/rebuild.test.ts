import { gradebook } from '../../projections/gradebook/gradebook.ts';
import { gradebookPage } from '../../projections/gradebook/queries.ts';
import type { Projection } from '../../projections/definition.ts';
import { eventLog } from '../support/event-log.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { startProjector, type Projector } from '../../src/runtime/projector.ts';
import { openReadModels, type ReadModels } from '../../src/runtime/read-models.ts';
import { rebuild, type ReplayReport } from '../../src/runtime/rebuild.ts';
import { isFaithful, verifyProjections } from '../../src/runtime/verify-projections.ts';
import { absent, marked } from '../support/acts.ts';
import { readRoles } from '../support/read-roles.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { scope } from '../support/read-side.ts';
import { TestCollege } from '../support/test-college.ts';
import { algebra, first, happened, ivanova, streams, world } from '../support/world.ts';

const LONG = 20_000;

let database: TestDatabase;
let log: EventLog;
let college: TestCollege;
let other: TestCollege;
const open: (() => Promise<void>)[] = [];

beforeEach(async () => {
  database = await testDatabase();
  log = eventLog();
  college = await new TestCollege(log).open();
  other = await new TestCollege(log).open();
});

afterEach(async () => {
  for (const stop of open.splice(0)) await stop();
  await log.close();
  await database.drop();
});

/** Follows both colleges up to their heads. */
async function projecting(
  projections: readonly Projection[] = [gradebook],
): Promise<{ models: ReadModels; projector: Projector }> {
  const app = readRoles(database);
  const models = openReadModels(app, projections);
  const projector = await startProjector(log, models);
  open.push(async () => {
    await projector.stop();
    await app.end();
  });
  for (const { id } of [college, other]) {
    projector.follow(id);
    expect(await projector.waitFor('gradebook', id, await log.head(id), LONG)).toBe(true);
  }
  return { models, projector };
}

const deviations = (reports: readonly ReplayReport[]) =>
  reports.flatMap(({ tables }) => tables.flatMap((table) => table.deviations));

const director = () => scope(college.id, 'director', 'gradebook.read');

describe('a rebuild', () => {
  beforeEach(async () => {
    await college.tell(world({ [streams.mark]: [marked('5')], [streams.attendance]: [absent()] }));
    await other.tell(world());
  });

  it('finds the live rows as the log says, swaps, and the projector goes on', async () => {
    const { models, projector } = await projecting();
    const before = await gradebookPage(
      models.readers({ college: college.id, students: null }),
      director(),
      algebra,
    );
    const seen: number[] = [];
    const [report] = await rebuild(log, models, 'gradebook', 'all', ({ done }) => seen.push(done));
    expect(report?.tables.map(({ table, equal }) => [table, equal])).toEqual([
      ['gradebook_page', 2],
      ['gradebook_lesson', 4],
      ['gradebook_roster', 4],
      ['gradebook_cell', 1],
      ['gradebook_attestation', 0],
    ]);
    expect(report && isFaithful([report])).toBe(true);
    expect(seen.at(-1)).toBe(report?.events);
    expect(
      await gradebookPage(models.readers({ college: college.id, students: null }), director(), algebra),
    ).toEqual(before);

    const position = await college.tell({ [streams.mark]: [marked('3', 'control')] });
    expect(await projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    expect(
      (await gradebookPage(models.readers({ college: college.id, students: null }), director(), algebra))
        ?.cells[0]?.marks,
    ).toHaveLength(2);
  });

  it('mends rows that were changed behind its back, and says which', async () => {
    const { models } = await projecting();
    const page = await gradebookPage(
      models.readers({ college: college.id, students: null }),
      director(),
      algebra,
    );
    await models.pool.query(`UPDATE read.gradebook_cell SET marks = '[]'`);
    await models.pool.query('DELETE FROM read.gradebook_roster WHERE student = $1', [ivanova]);
    const reports = await rebuild(log, models, 'all', college.id);
    expect(deviations(reports)).toEqual([
      { kind: 'missing', key: { college: college.id, journal: algebra, student: ivanova } },
      { kind: 'different', key: { college: college.id, journal: algebra, lesson: first, student: ivanova } },
    ]);
    expect(
      await gradebookPage(models.readers({ college: college.id, students: null }), director(), algebra),
    ).toEqual(page);
    // The other college was not asked for: its row is still missing.
    expect(deviations(await verifyProjections(log, models))).toEqual([
      { kind: 'missing', key: { college: other.id, journal: algebra, student: ivanova } },
    ]);
  });

  it('is not noticed by those who read and write meanwhile', async () => {
    const { models, projector } = await projecting();
    const going = { on: true };
    const sizes = new Set<number | undefined>();
    const readers = [1, 2, 3].map(async () => {
      while (going.on)
        sizes.add(
          (await gradebookPage(models.readers({ college: college.id, students: null }), director(), algebra))
            ?.roster.length,
        );
    });
    let position = 0n;
    const writer = (async () => {
      while (going.on) {
        const cancelled = happened('AbsenceCancelled', {
          journal: algebra,
          lesson: first,
          student: ivanova,
          was: 'absent',
        });
        position = await college.tell({ [streams.attendance]: [cancelled, absent()] });
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    })();
    for (let times = 0; times < 5; times += 1)
      expect(isFaithful(await rebuild(log, models, 'all', 'all'))).toBe(true);
    going.on = false;
    await Promise.all([...readers, writer]);
    expect([...sizes]).toEqual([2]);
    expect(await projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    expect(isFaithful(await verifyProjections(log, models))).toBe(true);
    expect(projector.projectorStatus().map(({ state }) => state)).toEqual(['following', 'following']);
  });

  it('happens by itself when the program brings a new version, and an older program then stands by', async () => {
    const old = await projecting();
    await open.pop()?.();
    const version = gradebook.version + 1;
    const second = { ...gradebook, version };
    const newer = readRoles(database);
    await expect(rebuild(log, openReadModels(newer, [second]), 'all', college.id)).rejects.toThrow(
      'rebuild every college',
    );
    await newer.end();
    const { models, projector } = await projecting([second]);
    const { rows } = await models.pool.query('SELECT DISTINCT version FROM read.checkpoint');
    expect(rows).toEqual([{ version }]);
    expect(projector.projectorStatus().map((status) => status.version)).toEqual([version, version]);
    await open.pop()?.();

    const app = readRoles(database);
    const late = await startProjector(log, openReadModels(app, [gradebook]));
    late.follow(college.id);
    const position = await college.tell({ [streams.mark]: [marked('3', 'control')] });
    expect(await late.waitFor('gradebook', college.id, position, 300)).toBe(false);
    expect(late.projectorStatus()).toMatchObject([{ version: gradebook.version, state: 'standby' }]);
    await late.stop();
    await app.end();
    expect(old.models.models[0]?.version).toBe(gradebook.version);
  });

  it('leaves the live tables alone when an event cannot be folded', async () => {
    const { models } = await projecting();
    const page = await gradebookPage(
      models.readers({ college: college.id, students: null }),
      director(),
      algebra,
    );
    const broken = {
      ...gradebook,
      tables: gradebook.tables.map((table) => ({
        ...table,
        handlers: {
          ...table.handlers,
          MarkRecorded: () => {
            throw new Error('a mistake');
          },
        },
      })),
    };
    const app = readRoles(database);
    await expect(rebuild(log, openReadModels(app, [broken]), 'all', 'all')).rejects.toThrow('a mistake');
    await app.end();
    expect(
      await gradebookPage(models.readers({ college: college.id, students: null }), director(), algebra),
    ).toEqual(page);
    const { rows } = await models.pool.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'read'::regnamespace AND relname LIKE '%\\_\\_%' AND relkind = 'r'`,
    );
    expect(rows).toEqual([]);
  });

  it('names the projections there are when it is asked for another', async () => {
    const { models } = await projecting();
    await expect(rebuild(log, models, 'grades', 'all')).rejects.toThrow(
      'No projection grades: there are gradebook.',
    );
  });
});

describe('a verification', () => {
  it('finds a row changed by SQL, names it, and changes nothing', async () => {
    await college.tell(world({ [streams.mark]: [marked('2')] }));
    const { models } = await projecting();
    expect(isFaithful(await verifyProjections(log, models))).toBe(true);
    await models.pool.query(
      `UPDATE read.gradebook_cell SET marks = '[{"workType":"lessonWork","value":"5"}]' WHERE student = $1`,
      [ivanova],
    );
    for (let times = 0; times < 2; times += 1) {
      const reports = await verifyProjections(log, models);
      expect(isFaithful(reports)).toBe(false);
      expect(deviations(reports)).toEqual([
        {
          kind: 'different',
          key: { college: college.id, journal: algebra, lesson: first, student: ivanova },
        },
      ]);
    }
  });
});
