import { journalCompleteness } from '../../projections/monitoring/completeness.ts';
import { lessonGaps, lessonsWithoutAttendance } from '../../projections/monitoring/lessons.ts';
import { timeliness, type TimelinessBy } from '../../projections/monitoring/timeliness.ts';
import type { Capability } from '../../src/policies/access.ts';
import { gapsOf, LESSON_GAPS } from '../../src/policies/lesson-gaps.ts';
import { monitoredHistory as history, third, yekaterinburg } from '../support/monitored-history.ts';
import { idOf } from '../support/names.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import { algebra, first, group, orlov, petrova, second, world } from '../support/world.ts';

let side: ReadSide;
let college: string;
let other: string;

beforeAll(async () => {
  side = await readSide();
  college = await side.tell({ ...history, ...elsewhere(history) });
  other = await side.tell(world());
});
afterAll(() => side.close());

const read: Capability = 'monitoring.read';
const all = (of = college) => scope(of, 'auditor', read);
const teacher = () => scope(college, 'teacher', read, { journals: [algebra] });
const curating = () => scope(college, 'groupCurator', read, { groups: [group] });
const stranger = () => scope(college, 'teacher', read, { journals: [idOf('no page')] });
const year = { from: '2024-09-01', until: '2025-06-30', zone: yekaterinburg };

describe('timeliness', () => {
  const told = (reach = all(), by: readonly TimelinessBy[] = [], of: object = {}) =>
    timeliness(side.reader, reach, { ...year, ...of }, new Set(by));

  it('R-MON-13: counts entries and late ones with the parameter and clause they are judged by', async () => {
    expect(await told(teacher())).toEqual([
      {
        parameter: 'attendance.entryDeadline',
        clause: '003 §3.3 L95',
        account: null,
        journal: null,
        month: null,
        entries: 3,
        late: 1,
        latePercent: '33.3',
      },
    ]);
  });

  it('tells them apart by account, page and month, and narrows them by days, page, account and group', async () => {
    const [line] = await told(teacher(), ['account', 'journal', 'month']);
    expect(line).toMatchObject({ account: petrova, journal: algebra, month: '2024-09', entries: 3 });
    expect(await told(all(), ['journal'])).toHaveLength(2);
    expect(await told(all(), [], { group })).toMatchObject([{ entries: 3 }]);
    expect(await told(all(), [], { journal: algebra, account: orlov })).toEqual([]);
    expect(await told(all(), [], { from: '2024-09-03' })).toEqual([]);
  });

  it('shows a teacher the own pages, a curator the own group, and nobody another college’s', async () => {
    expect(await told(curating())).toMatchObject([{ entries: 3 }]);
    expect(await told(all())).toMatchObject([{ entries: 6 }]);
    expect(await told(stranger())).toEqual([]);
    expect(await told(all(other))).toEqual([]);
  });
});

describe('lessons that lack something', () => {
  const gaps = async (reach = teacher(), wanted = LESSON_GAPS as readonly (typeof LESSON_GAPS)[number][]) =>
    (await lessonGaps(side.reader, reach, {}, { ...year, gaps: wanted })).map(({ lesson, gaps: found }) => [
      lesson,
      found,
    ]);

  it('R-MON-11: are named with all they lack', async () => {
    expect(await gaps()).toEqual([
      [first, ['noHomework']],
      [second, ['notRecorded']],
      [third, ['noAttendance', 'noMarks', 'noHomework']],
    ]);
  });

  it('are found by the same rule that names what they lack', async () => {
    for (const gap of LESSON_GAPS) {
      const found = await gaps(teacher(), [gap]);
      const expected = (await gaps()).filter(([, lacking]) => (lacking as readonly string[]).includes(gap));
      expect(found).toEqual(expected);
    }
    const cancelled = { status: 'cancelled', attendanceBasis: 'presence', attendanceTaken: false } as const;
    expect(gapsOf({ ...cancelled, marks: 0, homework: false })).toEqual([]);
  });

  it('are seen within the scope alone', async () => {
    expect(await gaps(curating())).toHaveLength(3);
    expect(await gaps(all())).toHaveLength(6);
    expect(await gaps(stranger())).toEqual([]);
  });
});

describe('lessons without attendance', () => {
  const on = async (day: string, begunBy: string | null, reach = teacher()) =>
    (await lessonsWithoutAttendance(side.reader, reach, {}, { on: day, begunBy })).map(
      ({ lesson }) => lesson,
    );

  it('R-ATT-15: are those of the day that have begun, recorded as held or not', async () => {
    expect(await on('2024-09-09', '08:30')).toEqual([second]);
    expect(await on('2024-09-09', '08:29')).toEqual([]);
    expect(await on('2024-09-16', null)).toEqual([third]);
    expect(await on('2024-09-02', null)).toEqual([]);
    expect(await on('2024-09-09', null, stranger())).toEqual([]);
  });
});

describe('the completeness of a page', () => {
  const pages = (today: string, reach = teacher()) =>
    journalCompleteness(side.reader, reach, { journal: algebra }, today);

  it('R-MON-11, R-MON-15: has lessons, attendance, marks, results and hours, and one percentage of them', async () => {
    expect(await pages('2024-09-17')).toMatchObject([
      {
        journal: algebra,
        lessonsDue: 3,
        lessonsRecorded: 2,
        lessonsAttended: 1,
        lessonsWithMarks: 1,
        lessonsWithHomework: 0,
        students: 2,
        studentsWithoutMarks: 1,
        hours: { curriculum: null, plan: null, scheduled: 6, due: 6, delivered: 4 },
        parts: [
          { part: 'lessonRecords', percent: '66.7' },
          { part: 'attendance', percent: '33.3' },
          { part: 'studentsWithMarks', percent: '50.0' },
          { part: 'results', done: 0, due: 0 },
        ],
        percent: '50.0',
        complete: false,
      },
    ]);
  });

  it('asks for results only once the period is over, and for a lesson only once its day is', async () => {
    expect(await pages('2024-09-16')).toMatchObject([{ lessonsDue: 2, hours: { due: 4 } }]);
    const [over] = await pages('2024-12-29');
    expect(over?.parts.at(-1)).toEqual({ part: 'results', done: 1, due: 2, percent: '50.0' });
  });

  it('is told of any page of a group, a period or a teacher, within the scope', async () => {
    const of = (filter: object, reach = all()) =>
      journalCompleteness(side.reader, reach, filter, '2024-09-17');
    expect(await of({})).toHaveLength(2);
    expect(await of({ group })).toMatchObject([{ journal: algebra }]);
    expect(await of({ teacher: there(petrova) })).toHaveLength(1);
    expect(await of({}, curating())).toMatchObject([{ journal: algebra }]);
    expect(await of({}, stranger())).toEqual([]);
  });
});
