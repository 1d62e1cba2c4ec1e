import { earlier, plusDays, plusWorkingDays, type PlainDate, type WorkingCalendar } from './calendar.ts';
import type { AttestationDeadline } from './regulation/values/entry-deadline.ts';

/** When an attestation mark is expected: `null` where no day is too early, or none too late. */
export interface Expected {
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
}

/** What the expectation depends on beside the rule. */
export interface Attested {
  readonly heldOn: PlainDate;
  readonly periodEnd: PlainDate;
  /** The first day of the vacation that follows; `null` where no calendar says so: then the period's end decides. */
  readonly vacation: PlainDate | null;
  /** Asked only where working days are counted. */
  readonly calendar: WorkingCalendar | null;
}

const EVERY_WEEKDAY: WorkingCalendar = { workingWeek: 5, holidays: new Set() };

/** Monday of the week a day lies in. */
const mondayOf = (day: PlainDate): PlainDate => plusDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);

/**
 * When attestation marks are entered under a regulation (D-02). Timeliness only: early and late are noted, and the
 * edit window alone forbids (T-06). Three working days after the event may be cut to none by the period's end (T-07);
 * the last week ends before the vacation begins (T-20); elsewhere marks come after the period (T-21).
 */
export const attestationExpected = (
  rule: AttestationDeadline | null,
  { heldOn, periodEnd, vacation, calendar }: Attested,
): Expected => {
  switch (rule?.kind) {
    case 'workingDaysAfterEvent': {
      const term = plusWorkingDays(calendar ?? EVERY_WEEKDAY, heldOn, rule.days);
      return { from: null, until: rule.cappedByPeriodEnd ? earlier(term, periodEnd) : term };
    }
    case 'lastWeekOfPeriod': {
      const monday = mondayOf(periodEnd);
      const sunday = plusDays(monday, 6);
      if (vacation === null) return { from: monday, until: periodEnd };
      return { from: monday, until: earlier(sunday, plusDays(vacation, -rule.daysBeforeVacation)) };
    }
    case 'afterPeriodEnd':
      return { from: plusDays(periodEnd, 1), until: null };
    case 'beforeVacation':
      return { from: null, until: vacation === null ? periodEnd : plusDays(vacation, -1) };
    case 'timely':
    case undefined:
      return { from: null, until: null };
  }
};
