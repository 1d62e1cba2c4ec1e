import type { Role } from '../../../events/role.ts';
import { plusDays, type PlainDate } from '../calendar.ts';
import { onboardingDue } from '../onboarding.ts';
import { academicYearOf, academicYearStart } from '../programme.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { reportDue, type CuratorReport, type ReportDue } from '../report-due.ts';
import type { Owed } from './duty.ts';
import { isStudied, isThere, type Inquiry } from './facts.ts';
import { ofCollege, ofGroup, owed } from './owing.ts';
import { daysOfMonth, monthsOf, weeksOf } from './terms.ts';

/** Briefings of students and guardians on registration, by the curator (R-ACC-10). */
export const briefingsOfYear = ({ facts, regulationOn }: Inquiry, year: number): readonly Owed[] => {
  const parameter = 'onboarding.deadline';
  const begins = `${year}-09-01`;
  const regulation = regulationOn(begins);
  const dueOn = onboardingDue(regulation.value(parameter)?.kind ?? null, begins);
  if (dueOn === null) return [];
  const there = facts.groups.filter((group) => isThere(group, dueOn));
  return (['studentBriefing', 'guardianBriefing'] as const).flatMap((duty) =>
    there.map((group) => owed({ duty, term: String(year), dueOn, regulation, parameter }, ofGroup(group))),
  );
};

/** What comes back every so many weeks or months comes at the end of each such stretch, counted from September. */
const isTurn = (place: number, every: number): boolean => place % every === 0;

/** The place of a week within its academic year, from 1. */
const weekOfYear = (monday: PlainDate): number => {
  const start = Temporal.PlainDate.from(academicYearStart(academicYearOf(monday)));
  return Math.floor(start.until(Temporal.PlainDate.from(monday)).days / 7) + 1;
};

/** The place of a month within its academic year: September is 1. */
const monthOfYear = (month: string): number => ((Number(month.slice(5)) + 3) % 12) + 1;

const weekly = ({ facts, regulationOn }: Inquiry, monday: PlainDate): readonly Owed[] => {
  const sunday = plusDays(monday, 6);
  if (!isStudied(facts, { from: monday, until: sunday })) return [];
  const regulation = regulationOn(monday);
  const there = facts.groups.filter((group) => isThere(group, sunday));
  const ground = { term: monday, dueOn: sunday, regulation };
  const checked = regulation.value('attendance.weeklyCheck') ? there : [];
  const everyWeeks = regulation.value('guardian.paperFallback')?.everyWeeks ?? null;
  const printed = everyWeeks !== null && isTurn(weekOfYear(monday), everyWeeks) ? there : [];
  const usage = regulation.value('usageReport.frequency');
  const reported = usage?.kind === 'everyWeeks' && isTurn(weekOfYear(monday), usage.weeks) ? [usage.by] : [];
  return [
    ...checked.map((group) =>
      owed({ ...ground, duty: 'attendanceWeekCheck', parameter: 'attendance.weeklyCheck' }, ofGroup(group)),
    ),
    ...printed
      .filter(({ guardiansOnPaper }) => guardiansOnPaper > 0)
      .map((group) =>
        owed({ ...ground, duty: 'guardianPrintout', parameter: 'guardian.paperFallback' }, ofGroup(group)),
      ),
    ...reported.map((by) =>
      owed({ ...ground, duty: 'usageReport', parameter: 'usageReport.frequency' }, ofCollege(by)),
    ),
  ];
};

const REPORTS = [
  { duty: 'performanceReport', parameter: 'curatorReport.performance' },
  { duty: 'attendanceReport', parameter: 'curatorReport.attendance' },
] as const;

/** The report a curator owes for a month; what is owed at the end of a period has the period for its term. */
const reports = (
  { facts }: Inquiry,
  regulation: Regulation,
  month: string,
  periods: readonly { readonly period: string; readonly until: PlainDate }[],
): readonly Owed[] =>
  REPORTS.flatMap(({ duty, parameter }) => {
    const rule: CuratorReport | null = regulation.value(parameter);
    if (rule === null) return [];
    const each = rule.kind === 'eachPeriodEnd' ? periods : [{ period: month, until: null }];
    return each.flatMap(({ period: term, until: periodEnd }) => {
      const due = reportDue(rule, { month: `${month}-01`, periodEnd });
      if (due === null) return [];
      return facts.groups
        .filter((group) => isThere(group, due.asOf))
        .map((group) =>
          owed({ duty, term, dueOn: due.until, regulation, parameter }, ofGroup(group), { to: rule.to }),
        );
    });
  });

/**
 * The classification of absences has no day of its own: it goes into the attendance report of the month, so it is due
 * with it, and where no report of a month is, no day follows (R-ATT-09, T-59).
 */
const classifications = ({ facts }: Inquiry, regulation: Regulation, month: string): readonly Owed[] => {
  const parameter = 'attendance.excuseClassifier';
  const by: readonly Role[] | null = regulation.value(parameter);
  const report = regulation.value('curatorReport.attendance');
  const due: ReportDue | null = reportDue(report, { month: `${month}-01`, periodEnd: null });
  if (by === null || due === null) return [];
  return facts.groups
    .filter((group) => isThere(group, due.asOf))
    .map((group) => {
      const whose = ofGroup(group);
      const accounts = by.includes('groupCurator') ? whose.accounts : [];
      return owed(
        { duty: 'absenceClassification', term: month, dueOn: due.until, regulation, parameter },
        { ...whose, accounts, roles: by },
      );
    });
};

const usageReports = (regulation: Regulation, month: string): readonly Owed[] => {
  const parameter = 'usageReport.frequency';
  const rule = regulation.value(parameter);
  if (rule?.kind !== 'everyMonths' || !isTurn(monthOfYear(month), rule.months)) return [];
  const { until: dueOn } = daysOfMonth(month);
  return [owed({ duty: 'usageReport', term: month, dueOn, regulation, parameter }, ofCollege(rule.by))];
};

const monthly = (inquiry: Inquiry, month: string): readonly Owed[] => {
  const days = daysOfMonth(month);
  const regulation = inquiry.regulationOn(days.from);
  const periods = inquiry.facts.periods.filter(({ until }) => days.from <= until && until <= days.until);
  if (!isStudied(inquiry.facts, days))
    return reports(inquiry, regulation, month, periods).filter(({ term }) => term !== month);
  return [
    ...reports(inquiry, regulation, month, periods),
    ...classifications(inquiry, regulation, month),
    ...usageReports(regulation, month),
  ];
};

/** What comes back every week and every month while there is study (R-ATT-08, R-REP-01…03, R-REP-07, R-REP-08, R-REP-26; T-40, T-43). */
export const recurring = (inquiry: Inquiry): readonly Owed[] => [
  ...weeksOf(inquiry).flatMap((monday) => weekly(inquiry, monday)),
  ...monthsOf(inquiry).flatMap((month) => monthly(inquiry, month)),
];
