import type { PlainDate } from './calendar.ts';
import type { ValueOf } from './regulation/parameters.ts';

/** When a curator reports on the group, as a regulation says it. */
export type CuratorReport = NonNullable<ValueOf<'curatorReport.attendance'>>;

/** A report that is owed: of which day or month it speaks, and until when it is handed in. */
export interface ReportDue {
  /** The last day it takes in. */
  readonly asOf: PlainDate;
  readonly until: PlainDate;
}

/**
 * The report owed for a month (its first day), or at the end of a period; `null` where the month owes none. Form 1 shows
 * the state as of the 5th (R-REP-01); the attendance statement of a month is due by the 10th of the next (R-REP-03).
 * Each college by its own rule, and none at the end of a month by default (T-43).
 */
export const reportDue = (
  rule: CuratorReport | null,
  { month, periodEnd }: { readonly month: PlainDate; readonly periodEnd: PlainDate | null },
): ReportDue | null => {
  const first = Temporal.PlainDate.from(month).with({ day: 1 });
  const last = first.with({ day: first.daysInMonth }).toString();
  switch (rule?.kind) {
    case 'monthlyAsOf': {
      const asOf = first.with({ day: rule.day }).toString();
      return { asOf, until: asOf };
    }
    case 'byDayOfNextMonth':
      return { asOf: last, until: first.add({ months: 1 }).with({ day: rule.day }).toString() };
    case 'monthly':
      return { asOf: last, until: last };
    case 'eachPeriodEnd':
      return periodEnd !== null && first.toString() <= periodEnd && periodEnd <= last
        ? { asOf: periodEnd, until: periodEnd }
        : null;
    case 'onDemand':
    case undefined:
      return null;
  }
};
