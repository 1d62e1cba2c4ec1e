import type { Instant } from './calendar.ts';

/** So many webhooks a college may have: each is a reader of everything. */
export const MOST_WEBHOOKS = 20;

/** So many hours a secret goes on signing beside the one that took its place. */
const OVERLAP_HOURS = 24;

/** When a secret stops to sign that is replaced now. */
export const formerUntil = (now: Instant): Instant =>
  Temporal.Instant.from(now).add({ hours: OVERLAP_HOURS }).toString({ fractionalSecondDigits: 3 });
