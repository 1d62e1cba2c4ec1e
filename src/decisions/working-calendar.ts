import { plusDays, type PlainDate, type WorkingCalendar } from '../policies/calendar.ts';
import { workingCalendarFrom } from '../policies/production-calendar.ts';
import { academicYearOf } from '../policies/programme.ts';
import { read, readAll, type Circumstances, type Deciding } from './decision.ts';
import { academicCalendars } from './folds/academic-calendar.ts';
import { attendanceRegimes, regimeOn } from './folds/attendance-regime.ts';
import { productionCalendars } from './folds/calendar.ts';
import { colleges } from './folds/college.ts';
import { groups } from './folds/group.ts';

/** How far a term may reach, and whose week counts. */
export interface TermReach {
  /** The working days of the term; ten where nothing is said. */
  readonly days?: number;
  /** A group with a week of its own. */
  readonly group?: string | null;
}

const DAYS = 10;

/** The longest a term of working days lasts: every other week is worked at the least, and holidays come on top. */
const lastDayOf = (from: PlainDate, days: number): PlainDate => plusDays(from, 3 * days + 21);

const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

const span = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The week that a group keeps of its own, or as one of its stream (R-CAL-03). */
function* ownWeek(group: string, day: PlainDate): Deciding<5 | 6 | null> {
  const own = regimeOn(yield* read(attendanceRegimes, group), day);
  if (own) return own.workingWeek;
  const { stream } = yield* read(groups, group);
  if (stream === null) return null;
  return regimeOn(yield* read(attendanceRegimes, stream), day)?.workingWeek ?? null;
}

/**
 * The working days that a term beginning on a day may touch: the production calendars of its years as they were last
 * imported, the days on which the college is closed, and the week of the group, of its stream, of the year’s working
 * regime, or else of the college (T-08). Where no calendar was imported, weekdays alone count.
 */
export function* workingCalendarOn(
  { college }: Circumstances,
  from: PlainDate,
  { days = DAYS, group = null }: TermReach = {},
): Deciding<WorkingCalendar> {
  const last = lastDayOf(from, days);
  const calendars = yield* readAll(productionCalendars, span(yearOf(from), yearOf(last)).map(String));
  const regimes = (yield* readAll(
    academicCalendars,
    span(academicYearOf(from), academicYearOf(last)).map(String),
  )).map(({ regime }) => regime);
  const own = group === null ? null : yield* ownWeek(group, from);
  const week = own ?? regimes[0]?.workingWeek ?? (yield* read(colleges, college)).workingWeek;
  return workingCalendarFrom(
    week,
    calendars.flatMap((calendar) => calendar?.days ?? []),
    regimes.flatMap((regime) => regime?.closedOn ?? []),
  );
}
