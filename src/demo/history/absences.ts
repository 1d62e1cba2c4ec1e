import { plusDays, type Instant, type PlainDate } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import type { Dice } from '../dice.ts';
import type { Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';
import type { DemoLesson } from '../timetable.ts';
import type { PlannedCell, PlannedEntries } from './entries.ts';
import type { EntryTimes } from './entry-times.ts';
import { entererOf } from './timetable.ts';

const SATURDAY = 6;

/** The first Saturday after a day: the curators look through the week. */
const reviewAfter = (date: PlainDate): PlainDate => {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return plusDays(date, dayOfWeek < SATURDAY ? SATURDAY - dayOfWeek : 7);
};

const later = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

const classified = (
  plan: Plan,
  lesson: DemoLesson,
  { recordedOn }: PlannedEntries,
  { student, attendance }: PlannedCell,
  dice: Dice,
): readonly Act[] => {
  if (!dice.chance(0.88)) return [];
  const cell = { journal: lesson.page.id, lesson: lesson.id, student: student.id };
  const by = plan.id(curatorOf(plan.college, lesson.page.group));
  const review = reviewAfter(recordedOn);
  const first = act(plan.calendar.at(review, '17:45'), by, 'ClassifyAbsence', {
    ...cell,
    as: attendance.isIll ? 'excused' : 'unexcused',
    reason: attendance.isIll ? 'Медицинская справка' : null,
  });
  if (attendance.isIll || !dice.chance(0.06)) return [first];
  const second = act(plan.calendar.at(plusDays(review, 7), '17:50'), by, 'ClassifyAbsence', {
    ...cell,
    as: 'excused',
    reason: 'Представлено объяснение родителей',
  });
  return [first, second];
};

const ofCell = (
  plan: Plan,
  lesson: DemoLesson,
  entries: PlannedEntries,
  planned: PlannedCell,
  { attendance: at }: EntryTimes,
  dice: Dice,
): readonly Act[] => {
  const { student, attendance } = planned;
  const { status, announcedBy, isMistake } = attendance;
  const cell = { journal: lesson.page.id, lesson: lesson.id, student: student.id };
  const by = entererOf(lesson, entries.recordedOn);
  const { source } = lesson;
  const announced =
    announcedBy === null
      ? []
      : [
          act(plan.calendar.at(plusDays(lesson.date, -1), '19:30'), announcedBy, 'AnnounceAbsence', {
            ...cell,
            reason: 'Плохое самочувствие',
          }),
        ];
  const cancelled = (minutes: number, reason: string) =>
    act(later(at, minutes), by, 'CancelAbsence', { ...cell, reason }, { source });
  const late = (minutes: number) =>
    act(later(at, minutes), by, 'RecordLateArrival', { ...cell, minutes: dice.whole(3, 25) }, { source });

  if (status === 'present')
    return announcedBy === null ? [] : [...announced, cancelled(0, 'Присутствует на занятии')];
  if (status === 'late') return [...announced, late(0)];
  const recorded = act(at, by, 'RecordAbsence', cell, { source });
  if (isMistake) return [...announced, recorded, cancelled(1, 'Опоздание, отмечено как пропуск'), late(2)];
  return [...announced, recorded, ...classified(plan, lesson, entries, planned, dice)];
};

/** Absences of a lesson: announced on the evening before, recorded, cancelled, classified at the end of the week. */
export const attendanceActs = (
  plan: Plan,
  lesson: DemoLesson,
  entries: PlannedEntries,
  times: EntryTimes,
): readonly Act[] => {
  const dice = plan.dice(`absences ${lesson.id}`);
  return entries.cells.flatMap((cell) => ofCell(plan, lesson, entries, cell, times, dice));
};
