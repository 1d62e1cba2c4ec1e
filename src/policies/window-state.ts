import { plusDays, type PlainDate } from './calendar.ts';

/** How an edit window stands on a day; a locked period outweighs every window and grant. */
export const WINDOW_STATES = ['open', 'closingSoon', 'closed', 'locked', 'granted'] as const;

/** One of the states. */
export type WindowState = (typeof WINDOW_STATES)[number];

/** A window with this many days left or fewer is closing soon; 0 is its last day, which is still open. */
const CLOSING_SOON_DAYS = 3;

/** The last day that is closing soon as seen from `today`. */
export const closingSoonUntil = (today: PlainDate): PlainDate => plusDays(today, CLOSING_SOON_DAYS);

/** What decides about a window. */
export interface WindowDates {
  readonly until: PlainDate;
  /** The last day of the longest grant that covers it, whoever may use it; `null` where there is none. */
  readonly grantedUntil: PlainDate | null;
  readonly locked: boolean;
}

/** How a window stands on a day: its own deadline first, a grant only where that has passed (T-49). */
export const windowStateOn = (
  { until, grantedUntil, locked }: WindowDates,
  today: PlainDate,
): WindowState => {
  if (locked) return 'locked';
  if (today <= until) return until <= closingSoonUntil(today) ? 'closingSoon' : 'open';
  return grantedUntil !== null && today <= grantedUntil ? 'granted' : 'closed';
};
