import type { CommandNamed } from '../../../src/decisions/register.ts';
import { given } from '../../support/given.ts';
import { idOf } from '../../support/names.ts';
import { office, day, standing, beside, clash } from '../../support/timetable-clash.ts';
import {
  dayOf,
  move,
  pageOf,
  physics,
  placedAt,
  schedule,
  secondLesson,
} from '../../support/timetable-world.ts';
import { algebra, command, happened, orlov, petrova, withRole, world } from '../../support/world.ts';

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

  it('go with a lesson that is moved, unless others are named, or none', () => {
    const moving = (changes: Partial<CommandNamed<'MoveLesson'>['data']> = {}) =>
      command('MoveLesson', {
        journal: algebra,
        lesson: secondLesson,
        date: '2024-09-16',
        startsAt: '10:15',
        reason: 'Перенос',
        ...changes,
      });
    const placed = placedAt('2024-09-09', { lesson: secondLesson, journal: algebra, room: 'Актовый зал' });
    const past = world({ [dayOf('2024-09-09')]: [placed] });
    const recorded = (room: string | null, teachers: readonly string[]) =>
      [
        { type: 'LessonMoved', data: { room } },
        { type: 'LessonLifted' },
        { type: 'LessonPlaced', data: { room, teachers } },
      ] as const;
    given(past, office)
      .when(moving())
      .thenRecords(recorded('Актовый зал', [orlov]));
    given(past, office)
      .when(moving({ room: '401' }))
      .thenRecords(recorded('401', [orlov]));
    given(past, office)
      .when(moving({ room: null }))
      .thenRecords(recorded(null, [orlov]));
    given(past, office)
      .when(moving({ teacher: null }))
      .thenRecords(recorded('Актовый зал', [petrova]));
  });

  it('go with one that has no place on its day yet, as of an import', () => {
    const past = world();
    given(past, office)
      .when(
        command('MoveLesson', {
          journal: algebra,
          lesson: secondLesson,
          date: '2024-09-16',
          startsAt: '10:15',
          reason: 'Перенос',
        }),
      )
      .thenRecords([
        { type: 'LessonMoved', data: { room: '301' } },
        { type: 'LessonPlaced', data: { room: '301', teachers: [petrova] } },
      ]);
  });

  it('ends on the day on which it began', () => {
    given(world(), office)
      .when(schedule({ startsAt: '23:00', academicHours: 2 }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { startsAt: '23:00', academicHours: 2 } });
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
