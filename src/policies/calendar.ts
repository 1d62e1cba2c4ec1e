/** A calendar date of the college, `2026-11-22`; ISO dates compare as text. */
export type PlainDate = string;

/** An instant in UTC with milliseconds, `2026-11-22T08:15:30.123Z`. */
export type Instant = string;

/** The day on which a term of `days` calendar days ends; day 0 is the anchor (requirements §5). */
export const plusDays = (date: PlainDate, days: number): PlainDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The working days of a college: Monday to Friday or to Saturday, less its holidays (T-08). */
export interface WorkingCalendar {
  readonly workingWeek: 5 | 6;
  readonly holidays: ReadonlySet<PlainDate>;
}

/** Whether work is done on a date. */
export const isWorkingDay = ({ workingWeek, holidays }: WorkingCalendar, date: PlainDate): boolean =>
  Temporal.PlainDate.from(date).dayOfWeek <= workingWeek && !holidays.has(date);

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

/** The earlier of two dates. */
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
