import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { CommandNamed } from '../../src/decisions/register.ts';
import { idOf } from './names.ts';
import type { History } from './pure-ledger.ts';
import { algebra, autumn, command, courseUnit, group, happened, orlov, petrova } from './world.ts';

/*
 * Beside the page of algebra, which is Petrova's: physics of the same group and physics of another one are Orlov's;
 * the languages are for the two halves of the first group.
 */
export const [physics, elsewhere, english, german] = [
  'physics',
  'physics elsewhere',
  'english',
  'german',
].map(idOf) as [string, string, string, string];
export const otherGroup = idOf('the other group');
export const secondLesson = idOf('second lesson');

/** The stream of a day. */
export const dayOf = (date: string): string => `timetableDay-${date}`;

/** A page of the autumn with its teacher and students. */
export const pageOf = (
  journal: string,
  teacher: string,
  of: Partial<Pick<EventNamed<'JournalOpened'>['data'], 'group' | 'subgroup'>> = {},
  students: readonly string[] = [],
): History => {
  const opened = { journal, group, subgroup: null, courseUnit, period: autumn, ...of };
  const events: DomainEvent[] = [
    happened('JournalOpened', { ...opened, scale: 'fivePoint', attestationForm: 'exam' }),
    happened('JournalTeacherAssigned', { journal, account: teacher, from: '2024-09-01', order: null }),
  ];
  const roster = { journal, students: [...students], from: '2024-09-01' };
  return {
    [`journal-${journal}`]: students.length > 0 ? [...events, happened('RosterExtended', roster)] : events,
  };
};

/** A lesson that has its place on a day: physics of the first group with Orlov in room 201, from 8:30 to 10:00. */
export const placedAt = (date: string, changes: Partial<EventNamed<'LessonPlaced'>['data']> = {}) =>
  happened('LessonPlaced', {
    date,
    lesson: idOf('standing lesson'),
    journal: physics,
    startsAt: '08:30',
    endsAt: '10:00',
    room: '201',
    roomId: null,
    group,
    subgroup: null,
    teachers: [orlov],
    substitute: null,
    ...changes,
  });

/** Puts a lesson of algebra on Tuesday 1 October at 8:30 in room 301. */
export const schedule = (changes: Partial<CommandNamed<'ScheduleLesson'>['data']> = {}) =>
  command('ScheduleLesson', {
    journal: algebra,
    lesson: idOf('third lesson'),
    date: '2024-10-01',
    startsAt: '08:30',
    academicHours: 2,
    deliveryForm: 'inPerson',
    room: '301',
    ...changes,
  });

/** Moves the second lesson of algebra to Monday 16 September at 10:15. */
export const move = (changes: Partial<CommandNamed<'MoveLesson'>['data']> = {}) =>
  command('MoveLesson', {
    journal: algebra,
    lesson: secondLesson,
    date: '2024-09-16',
    startsAt: '10:15',
    room: '301',
    reason: 'Замена кабинета',
    ...changes,
  });

export const weekly = idOf('weekly timetable');
export const mondays = idOf('algebra on Mondays');

/** A weekly timetable from Monday 2 September to Saturday 28 December 2024. */
export const composed = () =>
  happened('TimetableComposed', {
    timetable: weekly,
    title: 'Осень',
    from: '2024-09-02',
    until: '2024-12-28',
  });

/** Algebra on Mondays at 12:40 in room 301. */
export const entered = (changes: Partial<EventNamed<'TimetableEntryAdded'>['data']> = {}) =>
  happened('TimetableEntryAdded', {
    timetable: weekly,
    entry: mondays,
    journal: algebra,
    weekday: 1,
    weeks: 'every',
    pair: null,
    startsAt: '12:40',
    endsAt: '14:10',
    academicHours: 2,
    room: '301',
    roomId: null,
    group,
    subgroup: null,
    teachers: [petrova],
    teacher: null,
    deliveryForm: 'inPerson',
    from: '2024-09-02',
    ...changes,
  });

/** The weekly timetable with these entries. */
export const timetabled = (...events: readonly DomainEvent[]): History => ({
  [`timetable-${weekly}`]: [composed(), ...events],
});

/** Make the lessons of a stretch of days. */
export const generate = (from: string, until: string) =>
  command('GenerateLessons', { timetable: weekly, from, until });
