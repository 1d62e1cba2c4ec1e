import type { LocalTime } from './calendar.ts';

/** Whether an entry missed its deadline: a day, or a minute of a day, `2026-11-22T18:10`; both are still on time. */
export const isLate = (deadline: string, { today, time }: LocalTime): boolean =>
  (deadline.includes('T') ? `${today}T${time}` : today) > deadline;
