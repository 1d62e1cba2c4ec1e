import type { Instant } from './calendar.ts';

/** So many hours after somebody else made a sign-in code for an account, what it enters is looked at. */
export const HOURS_AFTER_RESET = 24;

/** Whether an instant lies so soon after a code was made that it could be its maker who acts (T-57). */
export const isSoonAfterReset = (at: Instant, codeIssuedAt: Instant): boolean => {
  const hours = (Date.parse(at) - Date.parse(codeIssuedAt)) / 3_600_000;
  return hours >= 0 && hours < HOURS_AFTER_RESET;
};
