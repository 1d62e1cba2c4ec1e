import { plusDays, type PlainDate } from './calendar.ts';

/** "Just before" a pedagogical council: its own day and so many days before it. */
export const DAYS_BEFORE_COUNCIL = 3;

/** Whether a day lies just before a council. */
export const isBeforeCouncil = (day: PlainDate, council: PlainDate): boolean =>
  day <= council && plusDays(day, DAYS_BEFORE_COUNCIL) >= council;
