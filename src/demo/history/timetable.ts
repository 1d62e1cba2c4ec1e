import { plusDays, type PlainDate } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { teacherOn } from '../pages.ts';
import type { Plan, PlannedSemester } from '../plan.ts';
import { ACADEMIC_HOURS, type DemoLesson } from '../timetable.ts';

/** The timetable is published a fortnight ahead, though not before the pages are open. */
const PUBLISHED_DAYS = 14;
const FIRST_PUBLISHED_DAYS = 10;

const MOVE_REASONS = ['Замена аудитории', 'Болезнь преподавателя', 'Общеколледжное мероприятие'] as const;

/** Who makes the timetable: every regulation that names anybody names the deputy, but for the one that names a lab assistant. */
const MAKER = 'deputy';

const timetableOf = (plan: Plan, semester: PlannedSemester['key']): string =>
  plan.id(`timetable ${semester}`);

const publishedOn = (semester: PlannedSemester, monday: PlainDate): PlainDate => {
  const usually = plusDays(monday, -PUBLISHED_DAYS);
  const first = plusDays(semester.from, -FIRST_PUBLISHED_DAYS);
  return usually < first ? first : usually;
};

const changes = (plan: Plan, lesson: DemoLesson): readonly Act[] => {
  const { page, scheduled } = lesson;
  const key = { journal: page.id, lesson: lesson.id };
  const reason = plan.dice(`reason ${lesson.id}`).pick(MOVE_REASONS);
  const dayBefore = plusDays(scheduled.date, -1);
  if (lesson.isMoved) {
    const { date, startsAt } = lesson;
    const moved = { ...key, date, startsAt, room: scheduled.room, reason };
    return [act(plan.calendar.at(dayBefore, '11:20'), plan.id(MAKER), 'MoveLesson', moved)];
  }
  if (lesson.status === 'cancelled')
    return [
      act(plan.calendar.at(dayBefore, '12:20'), plan.id('substitutions'), 'CancelLesson', { ...key, reason }),
    ];
  if (lesson.substitute === null) return [];
  const substitution = { ...key, account: lesson.substitute, reason };
  return [
    act(plan.calendar.at(dayBefore, '12:10'), plan.id('substitutions'), 'AssignSubstitute', substitution),
  ];
};

/** When the pages of a semester are open and have their teachers. */
const DRAWN_UP_DAYS = 10;

const drawingUp = (plan: Plan, { key, from, until, entries }: PlannedSemester): readonly Act[] => {
  const opening = plusDays(from, -DRAWN_UP_DAYS);
  const timetable = timetableOf(plan, key);
  const drawn = { timetable, title: `Расписание ${from} … ${until}`, from, until };
  return [
    act(plan.calendar.at(opening, '09:32'), plan.id(MAKER), 'ComposeTimetable', drawn),
    ...entries.map(({ id, page, day, startsAt, room }) =>
      act(plan.calendar.at(opening, '09:35'), plan.id(MAKER), 'AddTimetableEntry', {
        timetable,
        entry: id,
        journal: page.id,
        weekday: day + 1,
        weeks: 'every',
        pair: null,
        startsAt,
        endsAt: null,
        academicHours: ACADEMIC_HOURS,
        room,
        roomId: null,
        deliveryForm: 'inPerson',
        teacher: null,
        from: null,
      }),
    ),
    act(plan.calendar.at(opening, '09:40'), plan.id('director'), 'ApproveTimetable', {
      timetable,
      order: '№ 5-р (демо)',
    }),
  ];
};

/** The days of a week on which lessons are held, in stretches between holidays. */
const stretchesOf = ({ calendar, college }: Plan, monday: PlainDate) => {
  const stretches: { from: PlainDate; until: PlainDate }[] = [];
  for (const day of Array.from({ length: college.workingWeek }, (_, index) => plusDays(monday, index))) {
    if (!calendar.isStudyDay(day)) continue;
    const last = stretches.at(-1);
    if (last && plusDays(last.until, 1) === day) last.until = day;
    else stretches.push({ from: day, until: day });
  }
  return stretches;
};

/** Every week its lessons are made, a fortnight ahead; the last week of a semester has none. */
const publishing = (plan: Plan, semester: PlannedSemester): readonly Act[] =>
  Array.from({ length: semester.weeks - 1 }, (_, week) => plusDays(semester.from, week * 7)).flatMap(
    (monday) =>
      stretchesOf(plan, monday).map((stretch) =>
        act(plan.calendar.at(publishedOn(semester, monday), '09:45'), plan.id(MAKER), 'GenerateLessons', {
          timetable: timetableOf(plan, semester.key),
          ...stretch,
        }),
      ),
  );

/** In the last week the first lesson of the timetable is given up: its hours are held. */
const givingUp = (plan: Plan, { key, until, entries }: PlannedSemester): readonly Act[] =>
  entries.slice(0, 1).map(({ id }) =>
    act(plan.calendar.at(plusDays(until, -2), '12:05'), plan.id(MAKER), 'EndTimetableEntry', {
      timetable: timetableOf(plan, key),
      entry: id,
      lastDay: plusDays(until, -2),
      reason: 'Часы выданы полностью',
    }),
  );

/** The timetable of a semester: drawn up, approved, its lessons made week by week, moved, cancelled, given to a substitute. */
export const timetableActs = (plan: Plan, semester: PlannedSemester): readonly Act[] => [
  ...drawingUp(plan, semester),
  ...publishing(plan, semester),
  ...semester.lessons.flatMap((lesson) => changes(plan, lesson)),
  ...givingUp(plan, semester),
];

/** Who enters a lesson on a day: the substitute, else whoever has the page then. */
export const entererOf = (lesson: DemoLesson, on: string): string =>
  lesson.substitute ?? teacherOn(lesson.page, on);
