import type { ParameterKey } from '../policies/regulation/parameters.ts';

/** Every expected no there is. A code is never removed and never changes its meaning. */
export const REFUSAL_CODES = [
  'ALREADY_ASSIGNED',
  'ALREADY_DONE',
  'ALREADY_EXISTS',
  'ALREADY_RECORDED',
  'COMMAND_ID_REUSED',
  'DATE_OUT_OF_RANGE',
  'EDIT_WINDOW_CLOSED',
  'ENTERED_BY_PERSON',
  'ENTRIES_REMAIN',
  'IMPOSSIBLE_VALUE',
  'INVALID_MARK',
  'LESSON_CANCELLED',
  'LESSON_CONDUCTED',
  'LESSON_NOT_CONDUCTED',
  'NOT_ENROLLED',
  'NOT_FOUND',
  'NOT_IN_GROUP',
  'NOT_IN_LOAD',
  'NOT_ON_ROSTER',
  'NOT_PERMITTED',
  'NOT_RECORDED',
  'OWN_RIGHTS',
  'PERIOD_LOCKED',
  'REASON_REQUIRED',
  'REVISION_CONFLICT',
  'SECOND_PERSON_REQUIRED',
  'TRY_AGAIN',
  'UNKNOWN_PARAMETER',
  'WORK_TYPE_NOT_DONE',
  'WRONG_HOLDER',
] as const;

/** The code of a refusal. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What a decision's `no` is about, so that it can be found again. */
export interface Subject {
  readonly journal?: string | undefined;
  readonly lesson?: string | undefined;
  readonly student?: string | undefined;
  readonly period?: string | undefined;
}

/** A no that the rules gave: its code, the values that decided it, and the clause behind it. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The values that decided it; codes, dates, counts and ids, never names. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly parameter: ParameterKey | null;
  readonly clause: string | null;
  /** Whether an administrator may open the way by a grant. */
  readonly grantable: boolean;
}
