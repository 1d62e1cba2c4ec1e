import { given } from '../../support/given.ts';
import { idOf } from '../../support/names.ts';
import {
  dayOf,
  elsewhere,
  english,
  german,
  move,
  otherGroup,
  pageOf,
  physics,
  placedAt,
  schedule,
} from '../../support/timetable-world.ts';
import {
  administrator,
  algebra,
  command,
  group,
  happened,
  ivanova,
  orlov,
  petrova,
  second,
  smirnov,
  withRole,
  world,
} from '../../support/world.ts';

const office = { by: administrator };
const day = dayOf('2024-10-01');
const standing = (changes: Parameters<typeof placedAt>[1] = {}) => [placedAt('2024-10-01', changes)];
const beside = { group: otherGroup, journal: elsewhere };
const clash = (resource: string) => ({
  code: 'TIMETABLE_CLASH' as const,
  facts: {
    resource,
    withLesson: idOf('standing lesson'),
    date: '2024-10-01',
    startsAt: '08:30',
    endsAt: '10:00',
  },
});

describe('a clash in the timetable', () => {
  it('of the group is refused with the lesson it is in', () => {
    given(world({ [day]: standing() }), office)
      .when(schedule())
      .thenRefuses(clash('group'));
  });

  it('of the teacher is refused, in whichever group the other lesson is', () => {
    const past = world({ [day]: standing({ ...beside, teachers: [petrova] }) });
    given(past, office).when(schedule()).thenRefuses(clash('teacher'));
  });

  it('of the room is refused, whichever way its label is written', () => {
    const past = world({ [day]: standing({ ...beside, room: 'Зал А' }) });
    given(past, office)
      .when(schedule({ room: 'зал а' }))
      .thenRefuses({ ...clash('room'), facts: { resource: 'room', room: 'Зал А' } });
    given(past, office)
      .when(schedule({ room: 'Зал Б' }))
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced' }]);
  });

  it('is none where one lesson begins as the other ends, and none without a room', () => {
    const past = world({ [day]: standing() });
    given(past, office)
      .when(schedule({ startsAt: '10:00' }))
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced', data: { endsAt: '11:30' } }]);
    given(past, office)
      .when(schedule({ startsAt: '09:59' }))
      .thenRefuses(clash('group'));
    given(world({ [day]: standing({ ...beside, room: null }) }), office)
      .when(schedule({ room: null }))
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced' }]);
  });

  it('refuses a move too, and a change of place on the same day', () => {
    const past = world({
      [dayOf('2024-09-16')]: [placedAt('2024-09-16', { startsAt: '10:15', endsAt: '11:45' })],
      [dayOf('2024-09-09')]: [
        placedAt('2024-09-09', { lesson: second, journal: algebra, room: '301', teachers: [petrova] }),
        placedAt('2024-09-09', beside),
      ],
    });
    given(past, office)
      .when(move())
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'group' } });
    given(past, office)
      .when(move({ date: '2024-09-09', startsAt: '08:30', room: '201' }))
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'room', room: '201' } });
  });

  it('is none for two halves of a group in different rooms, and one where a student is in both', () => {
    const halves = (students: readonly string[]) =>
      world({
        ...pageOf(english, petrova, { group, subgroup: '1' }, [ivanova]),
        ...pageOf(german, orlov, { group, subgroup: '2' }, students),
        [day]: standing({ journal: german, subgroup: '2' }),
      });
    const languages = schedule({ journal: english });
    given(halves([smirnov]), office)
      .when(languages)
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced', data: { subgroup: '1' } }]);
    given(halves([smirnov, ivanova]), office)
      .when(languages)
      .thenRefuses(clash('group'));
    given(halves([smirnov]), office)
      .when(schedule())
      .thenRefuses(clash('group'));
  });
});

describe('a substitute', () => {
  const substitute = command('AssignSubstitute', {
    journal: algebra,
    lesson: second,
    account: orlov,
    reason: null,
  });
  const own = placedAt('2024-09-09', { lesson: second, journal: algebra, room: '301', teachers: [petrova] });
  const on = (...others: ReturnType<typeof placedAt>[]) => world({ [dayOf('2024-09-09')]: [own, ...others] });

  it('T-30: does not stand in while teaching elsewhere', () => {
    given(on(placedAt('2024-09-09', beside)), office)
      .when(substitute)
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'teacher', date: '2024-09-09' } });
  });

  it('R-SCH-09: is recorded on the day, under the clause of the regulation', () => {
    given(on(), office)
      .when(substitute)
      .thenRecords(
        [
          { type: 'SubstituteAssigned' },
          { type: 'LessonPlaced', data: { teachers: [petrova], substitute: orlov } },
        ],
        { rule: { parameter: 'substitution.recorded', clause: '003 §3.3 L84' } },
      );
  });

  it('R-SCH-10: leaves the regular teacher free for another lesson', () => {
    const past = world({ [day]: standing({ ...beside, teachers: [petrova], substitute: orlov }) });
    given(past, office)
      .when(schedule())
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced', data: { teachers: [petrova] } }]);
  });

  it('stays with a lesson that moves', () => {
    const named = happened('SubstituteAssigned', { journal: algebra, lesson: second, account: orlov });
    const past = world({
      [`journal-${algebra}`]: [named],
      [dayOf('2024-09-16')]: [placedAt('2024-09-16', { ...beside, startsAt: '10:15', endsAt: '11:45' })],
    });
    given(past, office)
      .when(move())
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'teacher' } });
  });
});

describe('the place and the teacher of a lesson', () => {
  it('R-SCH-08: may be changed during the year', () => {
    const shared = happened('JournalTeacherAssigned', {
      journal: algebra,
      account: orlov,
      from: '2024-09-05',
      order: null,
    });
    const past = world({ [`journal-${algebra}`]: [shared] });
    given(past, office)
      .when(move({ date: '2024-09-09', room: '401', teacher: orlov }))
      .thenRecords([
        { type: 'LessonMoved', data: { room: '401' } },
        { type: 'LessonPlaced', data: { room: '401', teachers: [orlov] } },
      ]);
    given(past, office)
      .when(move({ date: '2024-09-04', teacher: orlov }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'teacher' } });
  });

  it('is a room of the list by its id, or by a number that one room has', () => {
    const [room, building] = [idOf('room'), idOf('building')];
    const college = idOf('college');
    const past = world({
      [`premises-${college}`]: [
        happened('BuildingRegistered', { college, building, name: 'Корпус 1', address: null }),
        happened('RoomAdded', { college, building, room, number: '301', kind: 'classroom', capacity: null }),
      ],
      [day]: standing({ ...beside, room: '301 (К1)', roomId: room }),
    });
    given(past, office).when(schedule()).thenRefuses(clash('room'));
    given(past, office)
      .when(schedule({ room: null, roomId: room }))
      .thenRefuses(clash('room'));
    given(past, office)
      .when(schedule({ room: null, roomId: idOf('no room') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'room' } });
  });

  it('is told by the bells: a pair ends when they ring', () => {
    const college = idOf('college');
    const pairs = [
      { number: 1, startsAt: '08:30', endsAt: '10:05' },
      { number: 2, startsAt: '10:15', endsAt: '11:50' },
    ];
    const bells = { college, schedule: idOf('bells'), title: 'Основное', weekdays: [1, 2, 3, 4, 5], pairs };
    const set = happened('BellScheduleSet', {
      ...bells,
      dayKind: 'ordinary',
      from: '2024-09-01',
      order: null,
    });
    const past = world({ [`bellSchedule-${college}`]: [set] });
    const ends = (endsAt: string) =>
      [{ type: 'LessonScheduled' }, { type: 'LessonPlaced', data: { endsAt } }] as const;
    given(past, office).when(schedule()).thenRecords(ends('10:05'));
    given(past, office)
      .when(schedule({ startsAt: null, pair: 2 }))
      .thenRecords(ends('11:50'));
    given(past, office)
      .when(schedule({ academicHours: 4 }))
      .thenRecords(ends('11:50'));
    given(past, office)
      .when(schedule({ endsAt: '09:15' }))
      .thenRecords(ends('09:15'));
    given(past, office)
      .when(schedule({ startsAt: null, pair: 7 }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'pair', pair: 7 } });
    given(past, office)
      .when(schedule({ endsAt: '08:00' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('is taken by a page without a group as well', () => {
    const past = world({ ...pageOf(physics, orlov, { group: null }), [day]: standing(beside) });
    given(past, office)
      .when(schedule({ journal: physics }))
      .thenRefuses(clash('teacher'));
    given({ ...past, ...withRole(idOf('scheduler'), 'scheduler') }, { by: idOf('scheduler') })
      .when(schedule({ journal: physics }))
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '003 §3.2 L65' });
  });
});

describe('a page that changes its teacher', () => {
  const assign = command('AssignTeacher', {
    journal: algebra,
    account: orlov,
    from: '2024-09-05',
    order: null,
  });
  const release = command('ReleaseTeacher', { journal: algebra, account: petrova });
  const own = (teachers: readonly string[]) =>
    placedAt('2024-09-09', { lesson: second, journal: algebra, room: '301', teachers: [...teachers] });
  const shared = happened('JournalTeacherAssigned', {
    journal: algebra,
    account: orlov,
    from: '2024-09-05',
    order: null,
  });
  const on = (...placed: ReturnType<typeof placedAt>[]) =>
    world({ [`journal-${algebra}`]: [shared], [dayOf('2024-09-09')]: placed });

  it('R-SCH-08: gives its lessons to come to who takes over, and leaves those that were held', () => {
    given(on(own([petrova])), office)
      .when(release)
      .thenRecords([
        { type: 'JournalTeacherReleased' },
        { type: 'LessonPlaced', data: { lesson: second, teachers: [orlov] } },
      ]);
    given(on(own([petrova])), { ...office, on: '2024-09-10' })
      .when(release)
      .thenRecords({ type: 'JournalTeacherReleased' });
  });

  it('takes nobody away from a lesson elsewhere: the lesson then waits for a teacher', () => {
    given(on(own([petrova]), placedAt('2024-09-09', beside)), office)
      .when(release)
      .thenRecords([{ type: 'JournalTeacherReleased' }, { type: 'LessonPlaced', data: { teachers: [] } }]);
  });

  it('adds no second teacher to a lesson that has one, and one to a lesson that has none', () => {
    const alone = (teachers: readonly string[]) => world({ [dayOf('2024-09-09')]: [own(teachers)] });
    given(alone([petrova]), office)
      .when(assign)
      .thenRecords({ type: 'JournalTeacherAssigned' });
    given(alone([]), office)
      .when(assign)
      .thenRecords([
        { type: 'JournalTeacherAssigned' },
        { type: 'LessonPlaced', data: { teachers: [petrova, orlov] } },
      ]);
  });
});
