import type { PlainDate } from './calendar.ts';
import { checkDeadline, termOf, type CheckTerm } from './reference-check.ts';
import type { ValueOf } from './regulation/parameters.ts';
import type { MonthDay } from './regulation/values/school-date.ts';

const AUGUST = 8;
const SEPTEMBER = 9;
const MONTHS = 12;

/**
 * The day of an academic year (by the calendar year it begins in) that a yearly date means: from August on it lies
 * before or at its beginning, so 28 August 2024 belongs to 2024/25 (T-47), and 5 July 2025 as well (R-PRT-02).
 */
export const schoolDate = ({ month, day }: MonthDay, academicYear: number): PlainDate =>
  Temporal.PlainDate.from({
    year: month >= AUGUST ? academicYear : academicYear + 1,
    month,
    day,
  }).toString();

/** What is checked on its own for an academic year: the year once, or each of its months, September to August. */
const termsOf = (kind: 'year' | 'month', academicYear: number): readonly CheckTerm[] => {
  if (kind === 'year') return [String(academicYear)];
  const first = Temporal.PlainYearMonth.from({ year: academicYear, month: SEPTEMBER });
  return Array.from({ length: MONTHS }, (_, months) => first.add({ months }).toString());
};

/** A check that an academic year asks for, and the last day it is in time. */
export interface CheckDue {
  readonly term: CheckTerm;
  readonly until: PlainDate;
}

/**
 * The checks that an academic year asks for: one before it begins, or one by the same day of every month; a monthly
 * check is never done for good (R-REF-01, R-REF-02, T-58, D-18).
 */
export const checksDue = (
  rule: ValueOf<'referenceData.checkDeadline' | 'personalData.reviewPeriod'>,
  academicYear: number,
  isInclusive: boolean,
): readonly CheckDue[] => {
  const kind = termOf(rule);
  if (kind === null) return [];
  return termsOf(kind, academicYear).flatMap((term) => {
    const until = checkDeadline(rule, term, isInclusive);
    return until === null ? [] : [{ term, until }];
  });
};
