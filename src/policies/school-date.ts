import type { z } from 'zod';
import { plusDays, type PlainDate } from './calendar.ts';
import type { MonthDay, monthlyBy } from './regulation/values/school-date.ts';

/** By a day of every month. */
export type MonthlyBy = z.infer<typeof monthlyBy>;

const AUGUST = 8;
const MONTHS = 12;

const dayOf = (year: number, month: number, day: number): PlainDate =>
  Temporal.PlainDate.from({ year, month, day }).toString();

/**
 * The day of an academic year (by the calendar year it begins in) that a yearly date means: from August on it lies
 * before or at its beginning, so 28 August 2024 belongs to 2024/25 (T-47), and 5 July 2025 as well.
 */
export const schoolDate = ({ month, day }: MonthDay, academicYear: number): PlainDate =>
  dayOf(month >= AUGUST ? academicYear : academicYear + 1, month, day);

/** The last day that is in time: the day named, or where a college does not count it, the day before (T-47). */
export const lastDayInTime = (named: PlainDate, inclusive: boolean): PlainDate =>
  inclusive ? named : plusDays(named, -1);

/** By when source documents are handed over for a check (R-REF-03). */
export const documentsDue = (check: PlainDate, leadDays: number): PlainDate => plusDays(check, -leadDays);

/**
 * The days of an academic year by which something is checked: once before it begins, or by the same day of each of
 * its months, September to August; a monthly check is never done for good (R-REF-01, R-REF-02, T-58, D-18).
 */
export const checkDates = (rule: MonthDay | MonthlyBy | null, academicYear: number): readonly PlainDate[] => {
  if (rule === null) return [];
  if ('month' in rule) return [schoolDate(rule, academicYear)];
  const first = Temporal.PlainDate.from({ year: academicYear, month: 9, day: rule.everyMonthBy });
  return Array.from({ length: MONTHS }, (_, months) => first.add({ months }).toString());
};
