import { plusDays, type PlainDate } from './calendar.ts';
import type { ValueOf } from './regulation/parameters.ts';

type CheckRule = ValueOf<'referenceData.checkDeadline'>;
type ReviewRule = ValueOf<'personalData.reviewPeriod'>;

/** What a check is for: an academic year `2024`, or a month `2024-09`. */
export type CheckTerm = string;

const isMonth = (term: CheckTerm): boolean => term.includes('-');

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** Whether a rule asks for a check of every year, of every month, or of neither (T-58). */
export const termOf = (rule: CheckRule | ReviewRule): 'year' | 'month' | null => {
  if (rule === null) return null;
  if ('month' in rule) return 'year';
  return 'everyMonthBy' in rule || rule.kind !== 'onChange' ? 'month' : null;
};

/** Whether a term is of the kind a rule asks for; where there is no rule, either is. */
export const fits = (rule: CheckRule | ReviewRule, term: CheckTerm): boolean =>
  termOf(rule) === null || (termOf(rule) === 'month') === isMonth(term);

const lastDayOf = (month: CheckTerm): PlainDate =>
  Temporal.PlainDate.from(`${month}-01`).add({ months: 1 }).subtract({ days: 1 }).toString();

/**
 * The last day of a check: 28 August belongs to the year about to start (T-47), the 25th to its month (T-58), and a
 * monthly review ends with the month. Where the named day itself is too late, the day before it.
 */
export const checkDeadline = (
  rule: CheckRule | ReviewRule,
  term: CheckTerm,
  isInclusive: boolean,
): PlainDate | null => {
  if (termOf(rule) === null || rule === null) return null;
  const named = (date: PlainDate): PlainDate => (isInclusive ? date : plusDays(date, -1));
  if ('month' in rule) return named(`${term}-${twoDigits(rule.month)}-${twoDigits(rule.day)}`);
  if ('everyMonthBy' in rule) return named(`${term}-${twoDigits(rule.everyMonthBy)}`);
  return lastDayOf(term);
};

/** The first day on which a check for a term means anything: half a year ahead of its year, or its month's first day. */
export const termBegins = (term: CheckTerm): PlainDate => (isMonth(term) ? `${term}-01` : `${term}-03-01`);

/** The day whose regulation a check is held to, also where it is carried out later: its month's first, or the August before its year (T-48). */
export const ruledOn = (term: CheckTerm): PlainDate => (isMonth(term) ? termBegins(term) : `${term}-08-01`);
