import type { PlainDate } from '../policies/calendar.ts';
import { plusDays } from '../policies/calendar.ts';
import type { DemoCalendar, Semester } from './calendar.ts';
import type { DemoCollege } from './college.ts';
import { diceOf } from './dice.ts';
import { fateOf, type Fate } from './fate.ts';
import { idOf } from './names.ts';
import type { DemoPage } from './pages.ts';

/** A lesson of the demo as it was first put into the timetable, and what became of it. */
export interface DemoLesson extends Fate {
  readonly id: string;
  readonly page: DemoPage;
  /** Which lesson of the page, from 0. */
  readonly index: number;
  readonly scheduled: { readonly date: PlainDate; readonly startsAt: string; readonly room: string };
  /** When it takes place in the end. */
  readonly date: PlainDate;
  readonly startsAt: string;
}

/** When the lessons of a day begin; moved ones come after all others, so that they meet nothing else. */
const PAIRS = ['08:30', '10:15', '12:40', '14:25'] as const;
const AFTER_ALL = '16:20';

/** Lessons of two academic hours. */
export const ACADEMIC_HOURS = 2;

interface Slot {
  readonly day: number;
  readonly startsAt: string;
}

/** Finds places in the week where neither the group nor a teacher is busy; early lessons first, days in turn. */
const slotsOf = (college: DemoCollege, pages: readonly DemoPage[]): ReadonlyMap<string, readonly Slot[]> => {
  const busy = new Set<string>();
  const slots = new Map<string, Slot[]>();
  const classes = Map.groupBy(pages, ({ group, courseUnit }) => `${group} ${courseUnit}`);
  for (const [turn, together] of [...classes.values()].entries()) {
    const [{ group, unit, teacher }] = together as [DemoPage, ...DemoPage[]];
    const who = new Set([`group ${group}`, teacher, ...together.map((page) => page.teacher)]);
    const free = PAIRS.flatMap((startsAt) =>
      Array.from({ length: college.workingWeek }, (_, day) => ({
        day: (day + turn) % college.workingWeek,
        startsAt,
      })),
    ).filter(({ day, startsAt }) => ![...who].some((one) => busy.has(`${one} ${day} ${startsAt}`)));
    const taken = free
      .filter(({ day }, at) => free.findIndex((slot) => slot.day === day) === at)
      .slice(0, unit.lessonsPerWeek);
    for (const { day, startsAt } of taken) for (const one of who) busy.add(`${one} ${day} ${startsAt}`);
    for (const { id } of together) slots.set(id, taken);
  }
  return slots;
};

/** The lessons of a semester by date; its last week has none, and public holidays have none. */
export const lessonsOf = (
  college: DemoCollege,
  calendar: DemoCalendar,
  semester: Semester,
  pages: readonly DemoPage[],
): readonly DemoLesson[] => {
  const slots = slotsOf(college, pages);
  const weeks = Array.from({ length: semester.weeks - 1 }, (_, week) => week);
  const lessons = pages.flatMap((page, number) => {
    const room = String(101 + (number % 4) * 100 + (number % 17));
    const places = (slots.get(page.id) ?? []).toSorted((a, b) => a.day - b.day);
    return weeks
      .flatMap((week) =>
        places.map(({ day, startsAt }) => ({
          date: plusDays(semester.from, week * 7 + day),
          startsAt,
          room,
        })),
      )
      .filter(({ date }) => calendar.isStudyDay(date))
      .map((scheduled, index): DemoLesson => {
        const id = idOf(college.id, `lesson ${page.id} ${index}`);
        const dice = diceOf(college.id, `fate ${id}`);
        const fate = fateOf(dice, { college, page, index, isFirstPage: number === 0 });
        const date = fate.isMoved ? calendar.studyDay(plusDays(scheduled.date, 1)) : scheduled.date;
        const startsAt = fate.isMoved ? AFTER_ALL : scheduled.startsAt;
        return { ...fate, id, page, index, scheduled, date, startsAt };
      });
  });
  return lessons.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
};
