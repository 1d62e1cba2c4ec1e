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

/** Where nobody classifies, curators strike out what turns out to be wrong. */
const struckOut = (plan: Plan, lesson: DemoLesson, on: PlainDate, student: string): Act =>
  act(plan.calendar.at(on, '17:45'), plan.id(curatorOf(plan.college, lesson.page.group)), 'CancelAbsence', {
    journal: lesson.page.id,
    lesson: lesson.id,
    student,
    reason: 'Был на олимпиаде по приказу директора',
  });

const reviewed = (
  plan: Plan,
  lesson: DemoLesson,
  { recordedOn }: PlannedEntries,
  { student, attendance }: PlannedCell,
  dice: Dice,
): readonly Act[] => {
  if (plan.regulation.value('attendance.excuseClassifier') === null)
    return plan.regulation.value('attendance.curatorMayCorrect') === 'direct' && dice.chance(0.05)
      ? [struckOut(plan, lesson, reviewAfter(recordedOn), student.id)]
      : [];
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

interface Drawn {
  readonly dice: Dice;
  /** Attendance of the whole lesson was taken in one act. */
  readonly isTaken: boolean;
}

const ofCell = (
  plan: Plan,
  lesson: DemoLesson,
  entries: PlannedEntries,
  planned: PlannedCell,
  { attendance: at }: EntryTimes,
  { dice, isTaken }: Drawn,
): readonly Act[] => {
  const { student, attendance } = planned;
  const { status, announcedBy, isMistake } = attendance;
  const cell = { journal: lesson.page.id, lesson: lesson.id, student: student.id };
  const by = entererOf(lesson, entries.recordedOn);
  const { outage } = lesson;
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
    act(later(at, minutes), by, 'CancelAbsence', { ...cell, reason }, { outage });
  const late = (minutes: number) =>
    act(later(at, minutes), by, 'RecordLateArrival', { ...cell, minutes: dice.whole(3, 25) }, { outage });

  if (status === 'present')
    return announcedBy === null ? [] : [...announced, cancelled(1, 'Присутствует на занятии')];
  if (status === 'late') return [...announced, late(1)];
  const recorded = isTaken ? [] : [act(at, by, 'RecordAbsence', cell, { outage })];
  if (isMistake) return [...announced, ...recorded, cancelled(1, 'Опоздание, отмечено как пропуск'), late(2)];
  return [...announced, ...recorded, ...reviewed(plan, lesson, entries, planned, dice)];
};

/** How many lessons have absences entered one by one: nobody says there that everybody else was present. */
const ONE_BY_ONE = 0.03;

/** Attendance of a lesson: absences announced on the evening before, taken, cancelled, reviewed at the end of the week. */
export const attendanceActs = (
  plan: Plan,
  lesson: DemoLesson,
  entries: PlannedEntries,
  times: EntryTimes,
): readonly Act[] => {
  const dice = plan.dice(`absences ${lesson.id}`);
  const isTaken = !plan.dice(`attendance ${lesson.id}`).chance(ONE_BY_ONE);
  const taken = act(
    times.attendance,
    entererOf(lesson, entries.recordedOn),
    'TakeAttendance',
    {
      journal: lesson.page.id,
      lesson: lesson.id,
      absent: entries.cells
        .filter(({ attendance }) => attendance.status === 'absent')
        .map(({ student }) => student.id),
    },
    { outage: lesson.outage },
  );
  return [
    ...(isTaken ? [taken] : []),
    ...entries.cells.flatMap((cell) => ofCell(plan, lesson, entries, cell, times, { dice, isTaken })),
  ];
};
