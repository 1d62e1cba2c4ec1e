import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { teacherOn } from '../pages.ts';
import type { Plan, PlannedSemester } from '../plan.ts';
import { ACADEMIC_HOURS, type DemoLesson } from '../timetable.ts';

/** The timetable is published a fortnight ahead, though not before the pages are open. */
const PUBLISHED_DAYS = 14;
const FIRST_PUBLISHED_DAYS = 10;

const MOVE_REASONS = ['Замена аудитории', 'Болезнь преподавателя', 'Общеколледжное мероприятие'] as const;

const publishedOn = (semester: PlannedSemester, { scheduled: { date } }: DemoLesson) => {
  const monday = plusDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek - PUBLISHED_DAYS);
  const first = plusDays(semester.from, -FIRST_PUBLISHED_DAYS);
  return monday < first ? first : monday;
};

const changes = (plan: Plan, lesson: DemoLesson): readonly Act[] => {
  const { page, scheduled } = lesson;
  const key = { journal: page.id, lesson: lesson.id };
  const reason = plan.dice(`reason ${lesson.id}`).pick(MOVE_REASONS);
  const dayBefore = plusDays(scheduled.date, -1);
  if (lesson.isMoved) {
    const { date, startsAt } = lesson;
    const moved = { ...key, date, startsAt, room: scheduled.room, reason };
    return [act(plan.calendar.at(dayBefore, '11:20'), plan.id('scheduler'), 'MoveLesson', moved)];
  }
  if (lesson.status === 'cancelled')
    return [
      act(plan.calendar.at(dayBefore, '12:20'), plan.id('scheduler'), 'CancelLesson', { ...key, reason }),
    ];
  if (lesson.substitute === null) return [];
  const substitution = { ...key, account: lesson.substitute, reason };
  return [
    act(plan.calendar.at(dayBefore, '12:10'), plan.id('substitutions'), 'AssignSubstitute', substitution),
  ];
};

/** The timetable of a semester: lessons published, moved, cancelled, given to a substitute. */
export const timetableActs = (plan: Plan, semester: PlannedSemester): readonly Act[] =>
  semester.lessons.flatMap((lesson) => [
    act(plan.calendar.at(publishedOn(semester, lesson), '09:45'), plan.id('scheduler'), 'ScheduleLesson', {
      journal: lesson.page.id,
      lesson: lesson.id,
      ...lesson.scheduled,
      academicHours: ACADEMIC_HOURS,
      deliveryForm: lesson.index % 9 === 8 ? 'distance' : 'inPerson',
    }),
    ...changes(plan, lesson),
  ]);

/** Who enters a lesson on a day: the substitute, else whoever has the page then. */
export const entererOf = (lesson: DemoLesson, on: string): string =>
  lesson.substitute ?? teacherOn(lesson.page, on);
