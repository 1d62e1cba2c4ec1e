import type { PlainDate } from '../policies/calendar.ts';
import type { Rule } from '../policies/regulation/regulation.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { outages } from './folds/outage.ts';
import type { Subject } from './refusal.ts';

/** The time for bringing temporary journals over: its last day and the rule that gave it. */
export interface BackEntry {
  readonly until: PlainDate;
  readonly given: Rule;
}

/**
 * What an outage gives to an entry about a day, made from the temporary journal that was kept in it: the time for
 * it, or `null` where the regulation gives none or the entry is no such one. Refused when the outage still lasts,
 * or when the day does not lie in it (R-OUT-02, T-42).
 */
export function* backEntryOn(
  { outage }: Circumstances,
  day: PlainDate | null,
  subject: Subject,
): Deciding<BackEntry | null | Refused> {
  if (outage === null) return null;
  const state = yield* read(outages, outage);
  if (!state) return refuse('NOT_FOUND', subject, { what: 'outage' });
  const { from, until, backEntryUntil, given } = state;
  if (until === null) return refuse('OUTAGE_LASTS', subject, { from });
  if (day === null || day < from || day > until)
    return refuse('NOT_IN_OUTAGE', subject, { from, until, ...(day !== null && { day }) }, given);
  return backEntryUntil === null ? null : { until: backEntryUntil, given };
}
