import type { PlainDate } from '../../policies/calendar.ts';
import { academicYearOf } from '../../policies/programme.ts';
import { read, readAll, type Circumstances, type Deciding } from '../decision.ts';
import { academicCalendars, type AcademicCalendarState } from '../folds/academic-calendar.ts';
import { groups } from '../folds/group.ts';
import { workingCalendarOn } from '../working-calendar.ts';

type Calendars = AcademicCalendarState['calendars'];

const daysBetween = (from: PlainDate, until: PlainDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;

const isVacation = (calendars: Calendars, owners: readonly string[], date: PlainDate): boolean => {
  const owner = owners.find((candidate) => calendars.has(candidate)) ?? '';
  return (
    calendars
      .get(owner)
      ?.stretches.some(({ kind, from, until }) => kind === 'vacation' && from <= date && date <= until) ??
    false
  );
};

/**
 * On which days of a stretch a group may have lessons: not in its vacation, else its stream's, else the college's,
 * and not on a day off of the production calendar. Weekends are no question: a timetable names its weekdays.
 */
export function* studyDaysOf(
  circumstances: Circumstances,
  group: string | null,
  from: PlainDate,
  until: PlainDate,
): Deciding<(date: PlainDate) => boolean> {
  const { holidays } = yield* workingCalendarOn(circumstances, from, {
    days: daysBetween(from, until),
    group,
  });
  const first = academicYearOf(from);
  const years = Array.from({ length: academicYearOf(until) - first + 1 }, (_, year) => String(first + year));
  const states = yield* readAll(academicCalendars, years);
  const stream = group === null ? null : (yield* read(groups, group)).stream;
  const owners = [`group ${group ?? ''}`, `stream ${stream ?? ''}`, 'college'];
  return (date) => {
    const calendars = states[academicYearOf(date) - first]?.calendars;
    return !holidays.has(date) && !(calendars && isVacation(calendars, owners, date));
  };
}
