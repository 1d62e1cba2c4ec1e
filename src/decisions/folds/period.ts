import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';

/** An attestation period; `null` before it is set. */
export type PeriodState = {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The last day for its attestation marks, as given when it was set (T-48). */
  readonly attestationMarksUntil: PlainDate;
  /** The version of the rule that gave it. */
  readonly ruleVersion: number;
  readonly locked: boolean;
} | null;

/** Folds `period-<id>`. */
export const periods = defineFold<PeriodState, 'period'>('period', null, {
  AttestationPeriodSet: (state, { data: { from, until, attestationMarksUntil }, meta }) => ({
    from,
    until,
    attestationMarksUntil,
    ruleVersion: meta.rule?.version ?? 0,
    locked: state?.locked ?? false,
  }),
  AttestationPeriodLocked: (state) => state && { ...state, locked: true },
  AttestationPeriodReopened: (state) => state && { ...state, locked: false },
});
