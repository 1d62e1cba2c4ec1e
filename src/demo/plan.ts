import { plusDays, type Instant, type PlainDate } from '../policies/calendar.ts';
import { initialRegulation, type Regulation } from '../policies/regulation/regulation.ts';
import { calendarOf, type DemoCalendar, type Semester } from './calendar.ts';
import type { DemoCollege } from './college.ts';
import { diceOf, type Dice } from './dice.ts';
import { idOf } from './names.ts';
import { outageOf, type DemoOutage } from './outage.ts';
import { pagesOf, type DemoPage } from './pages.ts';
import { demoPeople, type DemoPeople, type DemoStudent } from './people.ts';
import { entriesOf, lessonsOf, type DemoEntry, type DemoLesson } from './timetable.ts';
import { staysOf, type Stays } from './stays.ts';

/** A semester with its pages and lessons. */
export interface PlannedSemester extends Semester {
  readonly period: string;
  readonly pages: readonly DemoPage[];
  /** The weekly timetable. */
  readonly entries: readonly DemoEntry[];
  /** By date. */
  readonly lessons: readonly DemoLesson[];
}

/** Everything about a demo college that is fixed before the first command: pure data of the college and of now. */
export interface Plan {
  readonly college: DemoCollege;
  readonly calendar: DemoCalendar;
  /** What the college is founded with: the history lives by it. */
  readonly regulation: Regulation;
  readonly outage: DemoOutage;
  readonly people: DemoPeople;
  readonly stays: Stays;
  readonly finished: PlannedSemester;
  readonly running: PlannedSemester;
  id(name: string): string;
  dice(name: string): Dice;
  /** The students who are on a page on a day. */
  on(page: DemoPage, date: PlainDate): readonly DemoStudent[];
}

/** Draws up the plan of a demo college that is made now. */
export const planOf = (college: DemoCollege, now: Instant): Plan => {
  const calendar = calendarOf(now, college.zone, college.workingWeek);
  const people = demoPeople(college);
  const stays = staysOf(college, people.students, calendar);
  const known = new Map<string, readonly DemoStudent[]>();

  const planned = (semester: Semester): PlannedSemester => {
    const pages = pagesOf(college, semester);
    const period = idOf(college.id, `period ${semester.key}`);
    const lessons = lessonsOf(college, calendar, semester, pages);
    return { ...semester, period, pages, entries: entriesOf(college, pages), lessons };
  };
  return {
    college,
    calendar,
    regulation: initialRegulation(college.regulation),
    outage: outageOf(college, calendar),
    people,
    stays,
    finished: planned(calendar.finished),
    running: planned(calendar.running),
    id: (name) => idOf(college.id, name),
    dice: (name) => diceOf(college.id, name),
    on: (page, date) =>
      known.getOrInsertComputed(`${page.id} ${date}`, () =>
        people.students.filter(
          (student) =>
            stays.groupOn(student, date) === page.group &&
            (page.subgroup === null || page.subgroup === stays.subgroupOn(student, date)),
        ),
      ),
  };
};

/** A working day near a place in a semester, by week and by day of the week from 0. */
export const dayIn = ({ calendar }: Plan, semester: Semester, week: number, day: number): PlainDate =>
  calendar.studyDay(plusDays(semester.from, week * 7 + day));
