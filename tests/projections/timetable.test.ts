import { timetableEntryHandlers, weeklyTimetableHandlers } from '../../projections/timetable/apply-weekly.ts';
import { timetableLessonHandlers } from '../../projections/timetable/apply.ts';
import { timetabled, timetableEntriesOf, weeklyTimetables } from '../../projections/timetable/queries.ts';
import { told } from '../support/pure-ledger.ts';
import { rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import {
  dayOf,
  composed,
  entered,
  mondays,
  placedAt,
  timetabled as weeklyHistory,
  weekly,
} from '../support/timetable-world.ts';
import {
  algebra,
  conducted,
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

const place = { lesson: second, journal: algebra, teachers: [petrova], room: '401', roomId: idOf('room') };
const moved = happened(
  'LessonMoved',
  {
    ...{ journal: algebra, lesson: second, from: '2024-09-09', date: '2024-09-10', startsAt: '10:15' },
    ...{ room: '302', marksUntil: '2024-10-01' },
  },
  { reason: 'Замена' },
);
const substituted = happened('SubstituteAssigned', { journal: algebra, lesson: second, account: orlov });
const rows = (...events: Parameters<typeof rowsOf>[1][]) =>
  rowsOf(timetableLessonHandlers, scheduled(second, '2024-09-09', '2024-09-30'), ...events);

describe('a dated lesson of the timetable', () => {
  it('R-SCH-07: has date, time and place from the moment it is scheduled', () => {
    expect(rows()).toMatchObject([
      {
        date: '2024-09-09',
        startsAt: '08:30',
        endsAt: '10:00',
        room: '301',
        teachers: null,
        status: 'scheduled',
      },
    ]);
    expect(rows(placedAt('2024-09-09', { ...place, endsAt: '10:05' }))).toMatchObject([
      { endsAt: '10:05', room: '401', roomId: idOf('room'), teachers: [petrova], substitute: null },
    ]);
  });

  it('R-SCH-08: follows a move, a substitution, and whether it was held or cancelled', () => {
    expect(rows(moved)).toMatchObject([
      { date: '2024-09-10', startsAt: '10:15', endsAt: '11:45', room: '302' },
    ]);
    expect(rows(substituted)).toMatchObject([{ substitute: orlov, status: 'scheduled' }]);
    expect(rows(conducted(second))).toMatchObject([{ status: 'conducted' }]);
    expect(rows(happened('LessonCancelled', { journal: algebra, lesson: second }))).toMatchObject([
      { status: 'cancelled' },
    ]);
  });
});

describe('a weekly timetable', () => {
  const approved = told(happened('TimetableApproved', { timetable: weekly, order: null }), {
    occurredOn: '2024-08-28',
  });
  const made = (until: string) =>
    happened('LessonsGenerated', { timetable: weekly, from: '2024-09-02', until, lessons: 3 });

  it('R-SCH-05: is approved as it stands, and knows how far its lessons were made', () => {
    expect(rowsOf(weeklyTimetableHandlers, composed(), entered(), approved)).toMatchObject([
      { approvedOn: '2024-08-28', generatedUntil: null },
    ]);
    expect(
      rowsOf(
        weeklyTimetableHandlers,
        composed(),
        approved,
        entered(),
        made('2024-09-15'),
        made('2024-09-08'),
      ),
    ).toMatchObject([{ approvedOn: null, generatedUntil: '2024-09-15' }]);
  });

  it('keeps the lessons that left it', () => {
    const ended = happened('TimetableEntryEnded', {
      timetable: weekly,
      entry: mondays,
      lastDay: '2024-10-07',
    });
    expect(rowsOf(timetableEntryHandlers, entered(), ended)).toMatchObject([
      { entry: mondays, weekday: 1, startsAt: '12:40', lastDay: '2024-10-07' },
    ]);
  });
});

describe('the timetable', () => {
  let side: ReadSide;
  let college: string;

  beforeAll(async () => {
    side = await readSide();
    const history = world({
      [streams.page]: [
        substituted,
        happened('RosterEntryEnded', { journal: algebra, student: smirnov, until: '2024-09-05' }),
      ],
    });
    const others = { [dayOf('2024-09-09')]: [placedAt('2024-09-09', { ...place, substitute: orlov })] };
    college = await side.tell({ ...history, ...elsewhere(history), ...others, ...weeklyHistory(entered()) });
  });
  afterAll(() => side.close());

  const asked = async (
    as: ReturnType<typeof scope>,
    filter: Parameters<typeof timetabled>[2] = {},
  ): Promise<readonly string[]> =>
    (await timetabled(side.reader, as, filter, '2024-09-01', '2024-09-30')).map(({ lesson }) => lesson);
  const office = () => scope(college, 'journalAdministrator', 'timetable.read');

  it('is that of a group, a teacher, a room or a student', async () => {
    expect(await asked(office())).toHaveLength(4);
    expect(await asked(office(), { group })).toEqual([first, second]);
    expect(await asked(office(), { teacher: petrova })).toEqual([first, second]);
    expect(await asked(office(), { teacher: orlov })).toEqual([second, there(second)]);
    expect(await asked(office(), { room: '401' })).toEqual([second]);
    expect(await asked(office(), { roomId: idOf('room') })).toEqual([second]);
    expect(await asked(office(), { student: smirnov })).toEqual([first]);
    const [lesson] = await timetabled(side.reader, office(), { room: '401' }, '2024-09-09', '2024-09-09');
    expect(lesson).toMatchObject({
      groupName: 'С-21',
      teachers: [petrova],
      substitute: orlov,
      endsAt: '10:00',
    });
  });

  it('R-SCH-11: is their own for students and guardians, and only for days on the page', async () => {
    const own = (student: string) => scope(college, 'student', 'timetable.read', { self: [student] });
    expect(await asked(own(ivanova))).toEqual([first, second]);
    expect(await asked(own(smirnov))).toEqual([first]);
    expect(await asked(own(ivanova), { student: there(ivanova) })).toEqual([]);
    expect(await asked(own(ivanova), { group: there(group) })).toEqual([]);
    const guardian = scope(college, 'legalGuardian', 'timetable.read', { wards: [there(ivanova)] });
    expect(await asked(guardian)).toEqual([there(first), there(second)]);
  });

  it('is whole for the staff who teach or look after a group, and nobody else’s', async () => {
    expect(await asked(scope(college, 'teacher', 'timetable.read'))).toHaveLength(4);
    expect(await asked(scope(college, 'groupCurator', 'timetable.read'))).toHaveLength(4);
    expect(await asked(scope(college, 'departmentHead', 'timetable.read'))).toEqual([]);
    expect(await asked(scope(idOf('another college'), 'auditor', 'timetable.read'))).toEqual([]);
  });

  it('is drawn up week by week behind it, for those who see all of it', async () => {
    expect(await weeklyTimetables(side.reader, office())).toMatchObject([
      { timetable: weekly, title: 'Осень' },
    ]);
    expect(await timetableEntriesOf(side.reader, office(), [weekly])).toMatchObject([{ entry: mondays }]);
    const student = scope(college, 'student', 'timetable.read', { self: [ivanova] });
    expect(await weeklyTimetables(side.reader, student)).toEqual([]);
    expect(await timetableEntriesOf(side.reader, student, [weekly])).toEqual([]);
  });
});
