import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';

/** Folds `control-<id>`: what was controlled; `null` before that. */
export const controls = defineFold<EventNamed<'ControlCarriedOut'>['data'] | null, 'control'>(
  'control',
  null,
  {
    ControlCarriedOut: (_, { data }) => data,
  },
);

/** Folds `periodEnd-<period>`: the day its checklist was first gone through; `null` before that. */
export const periodEnds = defineFold<PlainDate | null, 'periodEnd'>('periodEnd', null, {
  PeriodEndChecked: (first, { meta }) => first ?? meta.occurredOn,
});

/** A finding, and whether it was answered; `null` before it was reported. */
export type FindingState = (EventNamed<'FindingReported'>['data'] & { readonly answered: boolean }) | null;

/** Folds `finding-<id>`. */
export const findings = defineFold<FindingState, 'finding'>('finding', null, {
  FindingReported: (_, { data }) => ({ ...data, answered: false }),
  FindingAnswered: (state) => state && { ...state, answered: true },
});

/** Folds `groupMeasure-<id>`: whether it was noted. */
export const groupMeasures = defineFold<boolean, 'groupMeasure'>('groupMeasure', false, {
  MeasureTaken: () => true,
});

/** Folds `duty-<duty>.<group or college>.<term>`: the day it was fulfilled; `null` before that. */
export const duties = defineFold<PlainDate | null, 'duty'>('duty', null, {
  DutyFulfilled: (_, { meta }) => meta.occurredOn,
});
