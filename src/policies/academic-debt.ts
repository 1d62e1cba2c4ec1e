import { debtAfter, type AttestationResult } from './attestation.ts';
import { plusDays, type PlainDate } from './calendar.ts';
import type { Regulation } from './regulation/regulation.ts';

/** How often, and for how long, an academic debt may be attested again. */
export interface RepeatLimit {
  readonly attempts: number;
  /** Months from the day the debt arose; leaves do not count. */
  readonly months: number;
  /** The first attempt that a commission takes. */
  readonly commissionFrom: number;
}

/** The limit of a regulation. */
export const repeatLimitOf = (regulation: Regulation): RepeatLimit => ({
  attempts: regulation.value('attestation.repeatLimit'),
  months: regulation.value('attestation.repeatTermMonths'),
  commissionFrom: regulation.value('attestation.commissionFromAttempt'),
});

/** Days that do not count towards the term of a debt: a leave; `until` is its last day, `null` while it lasts. */
export interface Pause {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/**
 * The last day on which a debt may be attested again. Every day of a leave that falls into the term is added to it;
 * `null` while a leave lasts, for then nobody can say.
 */
export const repeatsUntil = (
  since: PlainDate,
  { months }: Pick<RepeatLimit, 'months'>,
  pauses: readonly Pause[] = [],
): PlainDate | null => {
  let until = Temporal.PlainDate.from(since).add({ months }).toString();
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pause.from > until) break;
    if (pause.until === null) return null;
    const from = pause.from > since ? pause.from : plusDays(since, 1);
    const days = Temporal.PlainDate.from(from).until(pause.until).days + 1;
    if (days > 0) until = plusDays(until, days);
  }
  return until;
};

/**
 * The attempts spent on a debt: the repeats after the result it arose from. One missed for valid reasons is not spent,
 * nor is what came before the debt: after НПА the first attestation is no repeat of a failed one (T-24).
 */
export const attemptsSpent = (results: readonly AttestationResult[]): number => {
  const arose = results.findIndex((result) => debtAfter(result) !== null);
  if (arose === -1) return 0;
  return results.slice(arose + 1).filter((result) => result !== 'validReasonNonAttendance').length;
};

/** What stands against one more attempt, if anything does. */
export type RepeatObstacle = 'exhausted' | 'termOver' | 'commission';

/** Whether one more attempt may be made on a day, and how. */
export const repeatObstacle = (
  { attempts, commissionFrom }: RepeatLimit,
  {
    spent,
    until,
    on,
    commission,
  }: {
    readonly spent: number;
    readonly until: PlainDate | null;
    readonly on: PlainDate;
    /** Whether a commission was named, and the order that names it. */
    readonly commission: boolean;
  },
): RepeatObstacle | null => {
  if (spent >= attempts) return 'exhausted';
  if (until !== null && on > until) return 'termOver';
  return spent + 1 >= commissionFrom && !commission ? 'commission' : null;
};
