import { gradebookPage } from '../../projections/gradebook/queries.ts';
import { eventLog } from '../support/event-log.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { pageAsOf } from '../../src/runtime/past/page.ts';
import { startProjector } from '../../src/runtime/projector.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { absent, attested, marked } from '../support/acts.ts';
import { readRoles } from '../support/read-roles.ts';
import { testDatabase } from '../support/postgres.ts';
import { scope } from '../support/read-side.ts';
import { TestCollege } from '../support/test-college.ts';
import { algebra, first, happened, ivanova, smirnov, streams, world } from '../support/world.ts';

const corrected = happened('MarkCorrected', {
  journal: algebra,
  lesson: first,
  student: ivanova,
  workType: 'lessonWork',
  scale: 'fivePoint',
  from: '5',
  to: '4',
});

let log: EventLog;
let college: TestCollege;

beforeEach(async () => {
  log = eventLog();
  college = await new TestCollege(log).open();
});
afterEach(() => log.close());

const director = () => scope(college.id, 'director', 'gradebook.read');
const valuesAt = async (position: bigint) =>
  (await pageAsOf(log, director(), algebra, position))?.cells.map(({ marks }) =>
    marks.map(({ value }) => value),
  );

describe('the page as it stood', () => {
  it('T-52: at a position shows the marks of that moment, whatever was corrected since, and nothing before the page was opened', async () => {
    const opened = await college.tell(world());
    const given = await college.tell({ [streams.mark]: [marked('5')] });
    const changed = await college.tell({ [streams.mark]: [corrected] });
    expect(await valuesAt(1n)).toBeUndefined();
    expect(await valuesAt(opened)).toEqual([]);
    expect(await valuesAt(given)).toEqual([['5']]);
    expect(await valuesAt(changed)).toEqual([['4']]);
  });

  it('at an instant takes what was recorded up to it, itself included', async () => {
    const at = (day: string) => `2027-09-${day}T08:00:00.000Z`;
    await college.tell(world());
    await college.tell({ [streams.mark]: [marked('5')] }, at('02'));
    await college.tell({ [streams.mark]: [corrected] }, at('03'));
    const values = async (instant: string) => await valuesAt(await log.positionAt(college.id, instant));
    expect(await values(at('01'))).toEqual([]);
    expect(await values(at('02'))).toEqual([['5']]);
    expect(await values(at('03'))).toEqual([['4']]);
    expect(await values(at('04'))).toEqual([['4']]);
  });

  it('at the head is exactly the page in the tables', async () => {
    const database = await testDatabase();
    const app = readRoles(database);
    const models = openReadModels(app);
    const projector = await startProjector(log, models);
    const position = await college.tell(
      world({
        [streams.mark]: [marked('5'), corrected, marked('3', 'control')],
        [streams.attendance]: [absent()],
        [streams.attestation]: [attested('grade4')],
      }),
    );
    projector.follow(college.id);
    expect(await projector.waitFor('gradebook', college.id, position, 20_000)).toBe(true);
    expect(await pageAsOf(log, director(), algebra, position)).toEqual(
      await gradebookPage(models.readers({ college: college.id, students: null }), director(), algebra),
    );
    await projector.stop();
    await app.end();
    await database.drop();
  });

  it('T-39: shows a student only the own rows', async () => {
    const position = await college.tell(world({ [streams.mark]: [marked('5')] }));
    const own = { ...director(), everything: false, students: new Set([smirnov]) };
    expect(await pageAsOf(log, own, algebra, position)).toMatchObject({
      roster: [{ student: smirnov }],
      cells: [],
    });
    expect(await pageAsOf(log, { ...own, students: new Set<string>() }, algebra, position)).toBeNull();
  });
});
