import type { Instant } from './calendar.ts';

/** So many hours an export is kept; then its file and its key are gone. */
const EXPORT_HOURS = 24;

/** When an export that is made now is gone. */
export const exportExpires = (now: Instant): Instant =>
  Temporal.Instant.from(now).add({ hours: EXPORT_HOURS }).toString({ fractionalSecondDigits: 3 });

/** Whether an export is still kept. */
export const isKept = (expires: Instant, now: Instant): boolean => now < expires;
