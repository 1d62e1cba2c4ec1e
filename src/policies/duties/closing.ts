import { boundsOf, overlap } from '../academic-year.ts';
import { plusDays } from '../calendar.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { schoolDate } from '../school-date.ts';
import type { Owed } from './duty.ts';
import { isThere, type Inquiry, type PeriodFact } from './facts.ts';
import { ofCollege, ofGroup, owed } from './owing.ts';

type When = 'eachSemester' | 'eachStudyPeriod';

/** A semester is one where it is called one; every period is a study period (D-21, T-60). */
const isMeant = (when: When, { kind }: PeriodFact): boolean =>
  when === 'eachStudyPeriod' ? true : kind === 'semester';

const checkOf = (regulation: Regulation, period: PeriodFact): readonly Owed[] => {
  const parameter = 'control.periodEndCheck';
  const rule = regulation.value(parameter);
  if (rule === null || rule.when === 'undated' || !isMeant(rule.when, period)) return [];
  const ground = {
    duty: 'periodEndCheck',
    term: period.period,
    dueOn: period.until,
    regulation,
    parameter,
  } as const;
  return [owed(ground, { ...ofCollege(rule.by), of: { kind: 'period', id: period.period } })];
};

const summaryOf = (regulation: Regulation, period: PeriodFact): readonly Owed[] => {
  const parameter = 'finalSummary.owner';
  const rule = regulation.value(parameter);
  if (rule === null || rule.each === 'year' || (rule.each === 'semester' && period.kind !== 'semester'))
    return [];
  const ground = {
    duty: 'finalSummary',
    term: period.period,
    dueOn: period.until,
    regulation,
    parameter,
  } as const;
  return [owed(ground, ofCollege(rule.by))];
};

/** What is owed at the end of a period: the checklist, and the summary of final marks (R-MON-07, R-REP-10, R-REP-12). */
export const endOfPeriods = ({ facts, regulationOn }: Inquiry): readonly Owed[] =>
  facts.periods.flatMap((period) => {
    const regulation = regulationOn(period.until);
    return [...checkOf(regulation, period), ...summaryOf(regulation, period)];
  });

/** What closes a year: the summary of final marks with its last day, the paper copies by 5 July (R-REP-12, R-PRT-02). */
export const endOfYear = ({ facts, regulationOn }: Inquiry, year: number): readonly Owed[] => {
  const bounds = boundsOf(year);
  const { until: dueOn } = bounds;
  // The regulation of the year that closes: August already belongs to the next.
  const regulation = regulationOn(plusDays(dueOn, -31));
  const term = String(year);
  const summary = regulation.value('finalSummary.owner');
  const copy = regulation.value('print.annualCopy');
  // A year before the college kept a journal has no marks to sum up.
  const isKept = facts.periods.some((period) => overlap(period, bounds));
  const summaries =
    isKept && summary?.each === 'year'
      ? [
          owed(
            { duty: 'finalSummary', term, dueOn, regulation, parameter: 'finalSummary.owner' },
            ofCollege(summary.by),
          ),
        ]
      : [];
  if (!copy?.dueBy || !copy.each.includes('year')) return summaries;
  const printedBy = copy.printedBy ?? copy.certifiedBy;
  const printDue = schoolDate(copy.dueBy, year);
  const ground = {
    duty: 'annualPaperCopy',
    term,
    dueOn: printDue,
    regulation,
    parameter: 'print.annualCopy',
  } as const;
  const copies = facts.groups
    .filter((group) => isThere(group, bounds.from) || isThere(group, printDue))
    .map((group) => {
      const whose = ofGroup(group);
      const accounts = printedBy.includes('groupCurator') ? whose.accounts : [];
      return owed(ground, { ...whose, accounts, roles: printedBy });
    });
  return [...summaries, ...copies];
};
