import type { PlainDate } from '../../policies/calendar.ts';
import { givenBy } from '../../policies/regulation/given-by.ts';
import type { Rule } from '../../policies/regulation/regulation.ts';
import { defineFold } from '../decision.ts';

/** An attestation period; `null` before it is set. */
export type PeriodState = {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The last day for its attestation marks, as given when it was set (T-48). */
  readonly attestationMarksUntil: PlainDate;
  /** The rule that gave it. */
  readonly given: Rule;
  readonly locked: boolean;
} | null;

/** Folds `period-<id>`. */
export const periods = defineFold<PeriodState, 'period'>('period', null, {
  AttestationPeriodSet: (state, { data: { from, until, attestationMarksUntil }, meta }) => ({
    from,
    until,
    attestationMarksUntil,
    given: givenBy(meta.rule, 'attestation.editWindowDays'),
    locked: state?.locked ?? false,
  }),
  AttestationPeriodLocked: (state) => state && { ...state, locked: true },
  AttestationPeriodReopened: (state) => state && { ...state, locked: false },
});
