import type { Days } from '../academic-year.ts';
import { plusDays, type PlainDate } from '../calendar.ts';
import { academicYearOf } from '../programme.ts';

/** The academic years of which something may be due on a day from `from` to `until`: what closes a year is due on its last day. */
export const yearsOf = ({ from, until }: Days): readonly number[] => {
  const first = academicYearOf(from) - 1;
  return Array.from({ length: academicYearOf(until) - first + 1 }, (_, years) => first + years);
};

const SEPTEMBER = 9;
const MONTHS = 12;

/** The months of an academic year, September to August. */
export const monthsOfYear = (year: number): readonly string[] => {
  const first = Temporal.PlainYearMonth.from({ year, month: SEPTEMBER });
  return Array.from({ length: MONTHS }, (_, months) => first.add({ months }).toString());
};

/** The months of which something may be due: also the one before, whose report is handed in after it (T-43). */
export const monthsOf = ({ from, until }: Days): readonly string[] => {
  const months: string[] = [];
  const last = Temporal.PlainYearMonth.from(until.slice(0, 7));
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7)).subtract({ months: 1 });
  for (; Temporal.PlainYearMonth.compare(month, last) <= 0; month = month.add({ months: 1 }))
    months.push(month.toString());
  return months;
};

/** The days of a month. */
export const daysOfMonth = (month: string): Days => ({
  from: `${month}-01`,
  until: Temporal.PlainDate.from(`${month}-01`).add({ months: 1 }).subtract({ days: 1 }).toString(),
});

/** The Mondays of the weeks whose Sunday lies within some days. */
export const weeksOf = ({ from, until }: Days): readonly PlainDate[] => {
  const mondays: PlainDate[] = [];
  const first = plusDays(from, 1 - Temporal.PlainDate.from(from).dayOfWeek);
  for (let monday = first; plusDays(monday, 6) <= until; monday = plusDays(monday, 7)) mondays.push(monday);
  return mondays;
};
