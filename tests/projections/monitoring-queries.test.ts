import { absentees } from '../../projections/monitoring/absentees.ts';
import { userActivity } from '../../projections/monitoring/activity.ts';
import { councils, markChanges, STANDS_OUT } from '../../projections/monitoring/changes.ts';
import { journalCompleteness } from '../../projections/monitoring/completeness.ts';
import { lessonGaps, lessonsWithoutAttendance } from '../../projections/monitoring/lessons.ts';
import { participation } from '../../projections/monitoring/participation.ts';
import { timeliness, type TimelinessBy } from '../../projections/monitoring/timeliness.ts';
import type { Meta, RuleApplied } from '../../events/recorded.ts';
import type { DomainEvent } from '../../events/register.ts';
import type { Capability } from '../../src/policies/access.ts';
import { gapsOf, LESSON_GAPS } from '../../src/policies/lesson-gaps.ts';
import { absent, announced, attested, marked } from '../support/acts.ts';
import { by } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import {
  algebra,
  autumn,
  conducted,
  curator,
  first,
  group,
  happened,
  ivanova,
  orlov,
  petrova,
  scheduled,
  second,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const third = idOf('third lesson');
const rule = (told: Partial<RuleApplied>): RuleApplied => ({
  parameter: 'attendance.entryDeadline',
  clause: '003 §3.3 L95',
  version: 0,
  deadline: '2024-09-03',
  late: false,
  grant: null,
  due: null,
  ...told,
});
const entry = (event: DomainEvent, at: string, meta: Partial<Meta> = {}) =>
  by(event, { account: petrova }, { at, command: at, occurredOn: '2024-09-02', ...meta });
const mark = { journal: algebra, lesson: first, student: ivanova, workType: 'lessonWork' } as const;
const corrected = (from: string, to: string) =>
  happened('MarkCorrected', { ...mark, scale: 'fivePoint', from, to }, { reason: 'Ошибка' });

const yekaterinburg = 'Asia/Yekaterinburg';
const history = world({
  [streams.page]: [scheduled(third, '2024-09-16', '2024-10-07'), conducted(third)],
  [streams.attendance]: [
    announced(),
    entry(absent(), '2024-09-05T07:00:00.000Z', { rule: rule({ late: true }) }),
  ],
  [`attendance-${first}.${smirnov}`]: [
    entry(
      happened('AbsenceRecorded', { journal: algebra, lesson: first, student: smirnov, academicHours: 2 }),
      '2024-09-02T07:00:00.000Z',
      { rule: rule({}) },
    ),
  ],
  [streams.mark]: [
    entry(marked('5'), '2024-09-02T07:01:00.000Z'),
    // 23:30 on 25 December in Yekaterinburg, two days before the council.
    entry(corrected('5', '4'), '2024-12-25T18:30:00.000Z'),
    // 00:10 on 1 December there, though in November in UTC; under a grant.
    entry(corrected('4', '3'), '2024-11-30T19:10:00.000Z', { rule: rule({ grant: idOf('grant') }) }),
    ...Array.from({ length: 10 }, (_, index) =>
      entry(corrected('3', index % 2 === 0 ? '4' : '3'), `2024-10-01T09:00:${String(index + 10)}.000Z`),
    ),
  ],
  [streams.attestation]: [
    attested('grade4'),
    ...Array.from({ length: 10 }, (_, index) =>
      entry(
        happened(
          'AttestationMarkCorrected',
          { journal: algebra, student: ivanova, period: autumn, from: 'grade4', to: 'grade4' },
          { reason: 'Ошибка' },
        ),
        `2024-11-05T09:${String(index + 10)}:00.000Z`,
        { correlation: 'list' },
      ),
    ),
  ],
  [`council-${idOf('council')}`]: [
    happened('CouncilScheduled', { council: idOf('council'), on: '2024-12-27', title: 'Итоги' }),
  ],
});

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
const deputies = () => scope(college, 'deputyDirector', 'markChange.read');
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

describe('absentees of a day', () => {
  const on = (day: string, reach = curating()) => absentees(side.reader, reach, { group, on: day });

  it('R-ATT-11, R-ATT-13: come with what they missed, first those nobody announced or excused', async () => {
    expect(await on('2024-09-02')).toMatchObject([
      { student: smirnov, hoursMissed: 2, asksForReaction: true, missed: [{ announced: false }] },
      {
        student: ivanova,
        hoursMissed: 2,
        asksForReaction: false,
        missed: [{ announced: true, lesson: first }],
      },
    ]);
  });

  it('are none on a day nobody missed, and of another group', async () => {
    expect(await on('2024-09-16')).toEqual([]);
    expect(await on('2024-09-02', stranger())).toEqual([]);
  });
});

describe('participation', () => {
  const of = (from: string, until: string, reach = all()) =>
    participation(side.reader, reach, { from, until, zone: yekaterinburg });

  it('R-MON-01, R-REP-09: is a share of the staff of that time, and of the students of that time', async () => {
    const staffAtWork = { count: 1, of: 1, percent: '100.0' };
    const studentsWithoutMarks = { count: 1, of: 2, percent: '50.0' };
    const whole = await of('2024-09-01', '2024-09-30');
    expect(whole.groups).toContainEqual({ group, staffAtWork, studentsWithoutMarks });
    expect(whole.studentsWithoutMarks).toEqual({ count: 2, of: 4, percent: '50.0' });
    expect(await of('2024-09-01', '2024-09-30', curating())).toEqual({
      staffAtWork,
      studentsWithoutMarks,
      groups: [{ group, staffAtWork, studentsWithoutMarks }],
    });
  });

  it('counts nobody before their time', async () => {
    const before = await of('2024-08-01', '2024-08-10');
    expect(before).toMatchObject({
      staffAtWork: { count: 0, of: 0, percent: null },
      studentsWithoutMarks: { of: 0, percent: null },
    });
  });

  it('counts a result of an attestation as a mark', async () => {
    const december = await of('2024-12-01', '2024-12-31', curating());
    expect(december.studentsWithoutMarks).toMatchObject({ count: 1, of: 2 });
    expect((await of('2025-01-01', '2025-01-31', curating())).studentsWithoutMarks.count).toBe(2);
  });
});

describe('the activity of users', () => {
  const of = (reach = all(), whose: object = {}) => userActivity(side.reader, reach, year, whose);

  it('R-MON-06, T-19: is counted by account and day of the college’s calendar', async () => {
    const days = (await of(teacher())).map(({ date, entries }) => [date, entries]);
    expect(days).toEqual([
      ['2024-12-25', 1],
      ['2024-12-01', 1],
      ['2024-11-05', 10],
      ['2024-10-01', 10],
      ['2024-09-05', 1],
      ['2024-09-02', 2],
    ]);
  });

  it('is narrowed to an account, a page or a group, within the scope', async () => {
    expect(await of(all(), { account: petrova })).toHaveLength(6);
    expect(await of(all(), { account: curator })).toEqual([]);
    expect(await of(all(), { journal: algebra })).toHaveLength(6);
    expect(await of(all(), { group: there(group) })).toMatchObject(
      await of(all(), { account: there(petrova) }),
    );
    expect(await of(stranger())).toEqual([]);
  });
});

describe('changes of marks that stand out', () => {
  const of = async (standsOut: (typeof STANDS_OUT)[number], more: object = {}, days: object = {}) => {
    const slice = await markChanges(
      side.reader,
      deputies(),
      { standsOut, journal: algebra, ...more },
      { ...year, ...days },
      { first: 100 },
    );
    return slice.rows;
  };

  it('R-MON-11: after a grant, at odd hours and before a council, by the college’s clock', async () => {
    expect(await of('afterGrant')).toMatchObject([
      { fromValue: '4', toValue: '3', actor: petrova, localTime: '00:10', localDate: '2024-12-01' },
    ]);
    expect((await of('atOddHours')).map(({ localTime }) => localTime).toSorted()).toEqual(['00:10', '23:30']);
    expect(await of('beforeCouncil')).toMatchObject([
      { councilOn: '2024-12-27', localDate: '2024-12-25', standsOut: ['atOddHours', 'beforeCouncil'] },
    ]);
  });

  it('in bulk: ten by one account in one minute, or in one list of commands', async () => {
    expect(await of('inBulk', {}, { from: '2024-11-05', until: '2024-11-05' })).toHaveLength(10);
    const changes = await of('inBulk', {}, { until: '2024-10-31' });
    expect(changes).toHaveLength(10);
    expect(new Set(changes.map(({ together }) => together))).toEqual(new Set([10]));
  });

  it('are found by the same rules that name why they stand out', async () => {
    for (const reason of STANDS_OUT)
      for (const { standsOut } of await of(reason)) expect(standsOut).toContain(reason);
  });

  it('are of the days asked about by the college’s calendar, of an account, and of a group', async () => {
    expect(await of('afterGrant', {}, { until: '2024-11-30' })).toEqual([]);
    expect(await of('afterGrant', {}, { from: '2024-12-01', until: '2024-12-01' })).toHaveLength(1);
    expect(await of('afterGrant', { account: orlov })).toEqual([]);
    expect(await of('afterGrant', { journal: undefined, group })).toHaveLength(1);
  });

  it('come page by page', async () => {
    const days = { standsOut: 'inBulk', journal: algebra } as const;
    const one = await markChanges(side.reader, deputies(), days, year, { first: 4 });
    const after = one.rows.at(-1)?.position;
    const rest = await markChanges(side.reader, deputies(), days, year, { first: 100, after });
    expect([one.hasMore, one.rows.length, rest.hasMore, rest.rows.length]).toEqual([true, 4, false, 16]);
  });

  it('go with the councils of those days', async () => {
    expect(await councils(side.reader, deputies(), year)).toEqual([
      { council: idOf('council'), on: '2024-12-27', title: 'Итоги' },
    ]);
    expect(await councils(side.reader, deputies(), { from: '2024-12-28', until: '2025-01-01' })).toEqual([]);
  });
});
