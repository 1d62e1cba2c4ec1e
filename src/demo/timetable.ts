import type { PlainDate } from '../policies/calendar.ts';
import { plusDays } from '../policies/calendar.ts';
import { lessonIdOf } from '../policies/timetable.ts';
import type { DemoCalendar, Semester } from './calendar.ts';
import type { DemoCollege } from './college.ts';
import { diceOf } from './dice.ts';
import { fateOf, type Fate } from './fate.ts';
import { idOf } from './names.ts';
import { delayBy, outageOf } from './outage.ts';
import { teacherOn, type DemoPage } from './pages.ts';
import { Bookings, weekOf, type Slot } from './week.ts';

/** A lesson of the weekly timetable of the demo. */
export interface DemoEntry extends Slot {
  readonly id: string;
  readonly page: DemoPage;
}

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

/** Moved lessons come after all others, so that they meet only each other. */
const AFTER_ALL = ['16:20', '18:00', '19:40'] as const;

/** Lessons of two academic hours. */
export const ACADEMIC_HOURS = 2;

/** The weekly timetable of a semester. */
export const entriesOf = (college: DemoCollege, pages: readonly DemoPage[]): readonly DemoEntry[] => {
  const week = weekOf(college, pages);
  return pages.flatMap((page) =>
    (week.get(page.id) ?? [])
      .toSorted((a, b) => a.day - b.day)
      .map((slot) => ({
        ...slot,
        page,
        id: idOf(college.id, `entry ${page.id} ${slot.day} ${slot.startsAt}`),
      })),
  );
};

/** The lessons of a page as they are first put into the timetable. */
const scheduledOf = (
  { from, weeks }: Semester,
  calendar: DemoCalendar,
  entries: readonly DemoEntry[],
): readonly Pick<DemoLesson, 'id' | 'page' | 'index' | 'scheduled'>[] =>
  Array.from({ length: weeks - 1 }, (_, week) => week)
    .flatMap((week) => entries.map((entry) => ({ entry, date: plusDays(from, week * 7 + entry.day) })))
    .filter(({ date }) => calendar.isStudyDay(date))
    .map(({ entry: { id, page, startsAt, room }, date }, index) => ({
      id: lessonIdOf(id, date),
      page,
      index,
      scheduled: { date, startsAt, room },
    }));

/** The first time after the other lessons of a day at which a moved lesson meets nobody; none is left on some days. */
const laterTime = (bookings: Bookings, who: readonly string[], date: PlainDate): string | null => {
  const startsAt = AFTER_ALL.find((time) => bookings.isFree(who, `${date} ${time}`));
  if (startsAt === undefined) return null;
  bookings.take(who, `${date} ${startsAt}`);
  return startsAt;
};

/** The lessons of a semester by date; its last week has none, and public holidays have none. */
export const lessonsOf = (
  college: DemoCollege,
  calendar: DemoCalendar,
  semester: Semester,
  pages: readonly DemoPage[],
): readonly DemoLesson[] => {
  const entries = Map.groupBy(entriesOf(college, pages), ({ page }) => page.id);
  const bookings = new Bookings();
  for (const page of pages)
    for (const { scheduled } of scheduledOf(semester, calendar, entries.get(page.id) ?? []))
      bookings.take([teacherOn(page, scheduled.date)], `${scheduled.date} ${scheduled.startsAt}`);

  const lessons = pages.flatMap((page, number) =>
    scheduledOf(semester, calendar, entries.get(page.id) ?? []).map((lesson): DemoLesson => {
      const { id, index, scheduled } = lesson;
      const fate = fateOf(diceOf(college.id, `fate ${id}`), {
        college,
        page,
        index,
        isFirstPage: number === 0,
      });
      const usually = { date: scheduled.date, startsAt: scheduled.startsAt };
      if (fate.isMoved) {
        const date = calendar.studyDay(plusDays(scheduled.date, 1));
        const who = [`group ${page.group}`, teacherOn(page, date), `room ${scheduled.room}`];
        const startsAt = laterTime(bookings, who, date);
        return startsAt === null
          ? { ...lesson, ...fate, ...usually, isMoved: false }
          : { ...lesson, ...fate, date, startsAt };
      }
      if (fate.substitute === null) return { ...lesson, ...fate, ...usually };
      const when = `${scheduled.date} ${scheduled.startsAt}`;
      const substitute = bookings.isFree([fate.substitute], when) ? fate.substitute : null;
      if (substitute !== null) bookings.take([substitute], when);
      return { ...lesson, ...fate, ...usually, substitute };
    }),
  );
  const outage = outageOf(college, calendar);
  return lessons
    .map((lesson) => {
      const delay = delayBy(outage, lesson.date);
      return delay === null ? lesson : { ...lesson, delay, outage: outage.id };
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
};
