import type { Role } from '../../../events/role.ts';
import type { Days } from '../academic-year.ts';
import type { PlainDate } from '../calendar.ts';
import { academicYearOf } from '../programme.ts';
import type { ParameterKey } from '../regulation/parameters.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { reportDue } from '../report-due.ts';
import { schoolDate } from '../school-date.ts';
import type { FulfilledDuty } from './duty.ts';

/** What a term is: `2024`, `2024-09`, a Monday, or the id of a period. */
export type TermKind = 'year' | 'month' | 'week' | 'period';

const KINDS: Readonly<Record<number, TermKind>> = { 4: 'year', 7: 'month', 10: 'week' };

/** Which kind of term a text is. */
export const termKind = (term: string): TermKind => KINDS[term.length] ?? 'period';

/** A term with its days; for a period also its end once more. */
export interface DutyTerm extends Days {
  readonly term: string;
  readonly period: PlainDate | null;
}

/** The parameter behind each duty that is closed by saying so. */
export const DUTY_PARAMETERS: Readonly<Record<FulfilledDuty, ParameterKey>> = {
  performanceReport: 'curatorReport.performance',
  attendanceReport: 'curatorReport.attendance',
  usageReport: 'usageReport.frequency',
  finalSummary: 'finalSummary.owner',
  annualPaperCopy: 'print.annualCopy',
  guardianPrintout: 'guardian.paperFallback',
};

/** Who owes it, of what, for which kinds of term, and until when; no last day where the text names none. */
export interface DutyDeadline {
  readonly by: readonly Role[];
  readonly ofGroup: boolean;
  readonly terms: readonly TermKind[];
  readonly until: PlainDate | null;
}

const CURATOR: readonly Role[] = ['groupCurator'];

const report = (
  regulation: Regulation,
  parameter: 'curatorReport.performance' | 'curatorReport.attendance',
  { from, period }: DutyTerm,
): DutyDeadline | null => {
  const rule = regulation.value(parameter);
  if (rule === null) return null;
  const due = reportDue(rule, { month: period ?? from, periodEnd: period });
  const terms: readonly TermKind[] =
    rule.kind === 'eachPeriodEnd' ? ['period'] : rule.kind === 'onDemand' ? ['month', 'period'] : ['month'];
  return { by: CURATOR, ofGroup: true, terms, until: due?.until ?? null };
};

const usage = (regulation: Regulation, { until }: DutyTerm): DutyDeadline | null => {
  const rule = regulation.value('usageReport.frequency');
  if (rule === null) return null;
  const terms: readonly TermKind[] = rule.kind === 'everyWeeks' ? ['week'] : ['month'];
  return { by: rule.by, ofGroup: false, terms, until: rule.kind === 'unnumbered' ? null : until };
};

const summary = (regulation: Regulation, { until }: DutyTerm): DutyDeadline | null => {
  const rule = regulation.value('finalSummary.owner');
  if (rule === null) return null;
  return { by: rule.by, ofGroup: false, terms: [rule.each === 'year' ? 'year' : 'period'], until };
};

const copy = (regulation: Regulation, { from }: DutyTerm): DutyDeadline | null => {
  const rule = regulation.value('print.annualCopy');
  if (rule === null) return null;
  const until = rule.dueBy === null ? null : schoolDate(rule.dueBy, academicYearOf(from));
  const terms = rule.each.map((each) => (each === 'year' ? 'year' : 'period'));
  return { by: rule.printedBy ?? rule.certifiedBy, ofGroup: true, terms, until };
};

/** The deadline of a duty under a regulation; `null` where it asks for none. */
export const deadlineOf = (
  regulation: Regulation,
  duty: FulfilledDuty,
  term: DutyTerm,
): DutyDeadline | null => {
  switch (duty) {
    case 'performanceReport':
    case 'attendanceReport':
      return report(
        regulation,
        `curatorReport.${duty === 'attendanceReport' ? 'attendance' : 'performance'}`,
        term,
      );
    case 'usageReport':
      return usage(regulation, term);
    case 'finalSummary':
      return summary(regulation, term);
    case 'annualPaperCopy':
      return copy(regulation, term);
    case 'guardianPrintout':
      return regulation.value('guardian.paperFallback') === null
        ? null
        : { by: CURATOR, ofGroup: true, terms: ['week'], until: term.until };
  }
};
