import type { ParameterKey } from '../policies/regulation/parameters.ts';

/** Every expected no there is. A code is never removed and never changes its meaning. */
export const REFUSAL_CODES = [
  'ADDRESS_NOT_ALLOWED',
  'ALREADY_ASSIGNED',
  'ALREADY_DONE',
  'ALREADY_EXISTS',
  'ALREADY_RECORDED',
  'ATTENDANCE_BY_RESULTS',
  'COMMAND_ID_REUSED',
  'COMMISSION_REQUIRED',
  'DATE_OUT_OF_RANGE',
  'DEBTS_REMAIN',
  'DELEGATION_REQUIRED',
  'EDIT_WINDOW_CLOSED',
  'ENTERED_BY_PERSON',
  'ENTRIES_REMAIN',
  'FORM_NOT_HELD',
  'HOURS_DO_NOT_ADD_UP',
  'IMPOSSIBLE_VALUE',
  'INCOMPLETE_REQUEST',
  'INVALID_MARK',
  'LATER_MOVEMENT',
  'LESSON_CANCELLED',
  'LESSON_CONDUCTED',
  'LESSON_NOT_CONDUCTED',
  'LIMIT_REACHED',
  'NOT_ANNULLABLE',
  'NOT_APPROVED',
  'NOT_ENROLLED',
  'NOT_FOUND',
  'NOT_IN_GROUP',
  'NOT_IN_LOAD',
  'NOT_IN_OUTAGE',
  'NOT_NAMED_BY_ORDER',
  'NOT_ON_ROSTER',
  'NOT_ON_STAFF_LIST',
  'NOT_PERMITTED',
  'NOT_RECORDED',
  'NOT_THE_OWNER',
  'ON_ACADEMIC_LEAVE',
  'ORDER_REQUIRED',
  'OUTAGE_LASTS',
  'OWN_RIGHTS',
  'PERIODS_OVERLAP',
  'PERIOD_LOCKED',
  'REASON_REQUIRED',
  'REPEATS_EXHAUSTED',
  'REPEAT_TERM_OVER',
  'RETENTION_NOT_OVER',
  'REVISION_CONFLICT',
  'SECOND_PERSON_REQUIRED',
  'SHEET_COMPLETED',
  'SHEET_INCOMPLETE',
  'TIMETABLE_CLASH',
  'TOPIC_REQUIRED',
  'TRANSFER_IN_MID_PERIOD',
  'TRY_AGAIN',
  'UNKNOWN_PARAMETER',
  'WIDER_THAN_OWN_RIGHTS',
  'WORK_TYPE_NOT_DONE',
  'WRONG_HOLDER',
  'WRONG_KIND',
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
