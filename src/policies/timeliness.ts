import {
  earlier,
  plusDays,
  plusWorkingDays,
  type LocalTime,
  type PlainDate,
  type WorkingCalendar,
} from './calendar.ts';

/** Absences are entered on the lesson's day or the following one; later is late, not forbidden (R-ATT-02, T-12). */
export const absenceEntryDeadline = (lesson: PlainDate): PlainDate => plusDays(lesson, 1);

/**
 * Attestation marks are entered within three working days of the event, capped by the end of the period;
 * later is late, and locked only by the edit window (R-PA-01, T-06, T-07).
 */
export const attestationEntryDeadline = (
  calendar: WorkingCalendar,
  heldOn: PlainDate,
  periodEnd: PlainDate,
): PlainDate => earlier(plusWorkingDays(calendar, heldOn, 3), periodEnd);

/** Whether an entry missed its deadline: a day, or a minute of a day, `2026-11-22T18:10`; both are still on time. */
export const isLate = (deadline: string, { today, time }: LocalTime): boolean =>
  (deadline.includes('T') ? `${today}T${time}` : today) > deadline;
