import { plusWorkingDays, type PlainDate, type WorkingCalendar } from './calendar.ts';

/** A time during which the journal was out of reach; `restoredOn` is `null` while it is. */
export interface Outage {
  readonly declaredOn: PlainDate;
  readonly restoredOn: PlainDate | null;
}

/** Whether a lesson was held while the journal was out of reach, the days on which that began and ended included. */
export const fellInto = ({ declaredOn, restoredOn }: Outage, lesson: PlainDate): boolean =>
  declaredOn <= lesson && (restoredOn === null || lesson <= restoredOn);

/**
 * The last day on which entries are brought over from temporary journals: working days from the restoration of access,
 * not from the lesson, and whether or not the edit window has closed meanwhile (R-OUT-02, T-42). `null` while
 * the journal is out of reach, and where the regulation knows no temporary journal.
 */
export const backEntryUntil = (
  { restoredOn }: Outage,
  workingDays: number | null,
  calendar: WorkingCalendar,
): PlainDate | null =>
  restoredOn === null || workingDays === null ? null : plusWorkingDays(calendar, restoredOn, workingDays);
