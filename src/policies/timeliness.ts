import { plusDays, type LocalTime, type PlainDate } from './calendar.ts';

/** Absences are entered on the lesson's day or the following one; later is late, not forbidden (R-ATT-02, T-12). */
export const absenceEntryDeadline = (lesson: PlainDate): PlainDate => plusDays(lesson, 1);

/** Whether an entry missed its deadline: a day, or a minute of a day, `2026-11-22T18:10`; both are still on time. */
export const isLate = (deadline: string, { today, time }: LocalTime): boolean =>
  (deadline.includes('T') ? `${today}T${time}` : today) > deadline;
