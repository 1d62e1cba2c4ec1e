import type { EventNamed } from '../../events/register.ts';
import { isWorkingDay, type PlainDate, type WorkingCalendar } from './calendar.ts';

/** A day that differs from its weekday in the production calendar (производственный календарь). */
export type ExceptionalDay = EventNamed<'ProductionCalendarImported'>['data']['days'][number];

const SATURDAY = 6;

const weekdayOf = (date: PlainDate): number => Temporal.PlainDate.from(date).dayOfWeek;

/** A day off moved from a Saturday makes up for that Saturday: where Saturdays are worked, there is nothing to make up for. */
const isDayOff = ({ kind, movedFrom }: ExceptionalDay, workingWeek: 5 | 6): boolean =>
  kind === 'dayOff' && !(workingWeek === SATURDAY && movedFrom !== null && weekdayOf(movedFrom) === SATURDAY);

/**
 * The working days of a week of five or six days under the production calendars of some years, less the days on
 * which the college itself is closed. A short day is worked; on a weekend it is a working weekend (T-08).
 */
export const workingCalendarFrom = (
  workingWeek: 5 | 6,
  days: readonly ExceptionalDay[],
  closedOn: readonly PlainDate[] = [],
): WorkingCalendar => ({
  workingWeek,
  holidays: new Set([
    ...days.filter((day) => isDayOff(day, workingWeek)).map(({ date }) => date),
    ...closedOn,
  ]),
  workingWeekends: new Set(
    days.filter(({ date, kind }) => kind !== 'dayOff' && weekdayOf(date) >= SATURDAY).map(({ date }) => date),
  ),
});

/** What a date is to the college: worked, worked for fewer hours, a weekend, or a day off. */
export type DayKind = 'working' | 'short' | 'weekend' | 'dayOff';

/** Classifies a date. */
export const dayKindOf = (
  calendar: WorkingCalendar,
  shortDays: ReadonlySet<PlainDate>,
  date: PlainDate,
): DayKind => {
  if (isWorkingDay(calendar, date)) return shortDays.has(date) ? 'short' : 'working';
  return calendar.holidays.has(date) ? 'dayOff' : 'weekend';
};
