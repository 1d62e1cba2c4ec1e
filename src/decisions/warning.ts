import type { Warning as WarningOfEvent } from '../../events/recorded.ts';

/** Everything an accepted command may be warned of. A code is never removed and never changes its meaning. */
export const WARNING_CODES = [
  'BIRTH_DATE_UNKNOWN',
  'CORRECTION_TO_BE_AVOIDED',
  'ENTERED_EARLY',
  'HOURS_DO_NOT_ADD_UP',
  'LATE_ENTRY_TO_BE_AVOIDED',
  'NOT_IN_RUSSIAN',
  'RETENTION_NOT_OVER',
  'TOO_FEW_MARKS',
  'TOPIC_NOT_IN_PLAN',
] as const;

/** The code of a warning. */
export type WarningCode = (typeof WARNING_CODES)[number];

/** What a decision warns of: a code of the list, the values behind it, the rule that asks for it. */
export interface Warning extends WarningOfEvent {
  readonly code: WarningCode;
}
