/** A calendar date of the college, `2026-11-22`; ISO dates compare as text. */
export type PlainDate = string;

/** An instant in UTC with milliseconds, `2026-11-22T08:15:30.123Z`. */
export type Instant = string;

/** The day on which a term of `days` calendar days ends; day 0 is the anchor (requirements §5). */
export const plusDays = (date: PlainDate, days: number): PlainDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The working days of a college: Monday to Friday or to Saturday, less its holidays, and its working weekends (T-08). */
export interface WorkingCalendar {
  readonly workingWeek: 5 | 6;
  readonly holidays: ReadonlySet<PlainDate>;
  /** Weekends on which work is done all the same; none where nothing is said. */
  readonly workingWeekends?: ReadonlySet<PlainDate>;
}

/** Whether work is done on a date. */
export const isWorkingDay = (calendar: WorkingCalendar, date: PlainDate): boolean =>
  !calendar.holidays.has(date) &&
  (Temporal.PlainDate.from(date).dayOfWeek <= calendar.workingWeek ||
    (calendar.workingWeekends?.has(date) ?? false));

/** The last day of a term of `days` working days counted from the day after `date`. */
export const plusWorkingDays = (calendar: WorkingCalendar, date: PlainDate, days: number): PlainDate => {
  let day = date;
  for (let left = days; left > 0;) {
    day = plusDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
};

/** The calendar date of an instant in a zone: the study day is the college's, never UTC's (T-19). */
export const dateIn = (zone: string, instant: Instant): PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** A calendar date with the time of day, `08:15`. */
export interface LocalTime {
  readonly today: PlainDate;
  readonly time: string;
}

/** What calendar and clock of a zone show at an instant, to the minute. */
export const clockIn = (zone: string, instant: Instant): LocalTime => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  const [today = '', time = ''] = local.toString({ smallestUnit: 'minute' }).split('T');
  return { today, time };
};

/** The earlier of two dates. */
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
