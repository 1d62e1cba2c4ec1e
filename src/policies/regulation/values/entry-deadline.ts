import { z } from 'zod';
import { days } from './several.ts';

/** "Timely" without a number: it is a duty, but no date follows from it. */
export const timely = z.strictObject({ kind: z.literal('timely') });

/** Until the end of the day of the lesson, in the zone of the college (T-19). */
const lessonDay = z.strictObject({ kind: z.literal('lessonDay') });

/** Until the end of the calendar day after the lesson (T-12). */
const nextDay = z.strictObject({ kind: z.literal('nextDay') });

/** As soon as possible, and never beyond the edit window: late is what is locked. */
const withinEditWindow = z.strictObject({ kind: z.literal('withinEditWindow') });

/** Hours after the last lesson of the group on that day has ended, not after this lesson (T-17). */
const hoursAfterGroupClasses = z.strictObject({
  kind: z.literal('hoursAfterGroupClasses'),
  hours: z.int().min(0).max(24),
});

/** Calendar days after the day on which the work was held; all assessed works, or written ones only (T-18). */
const daysAfterHeld = z.strictObject({
  kind: z.literal('daysAfterHeld'),
  days,
  covers: z.enum(['written', 'all']),
});

/** When something about a lesson is to be entered. Being late is noted, never forbidden. */
export const lessonDeadline = z.discriminatedUnion('kind', [
  timely,
  lessonDay,
  nextDay,
  withinEditWindow,
  hoursAfterGroupClasses,
]);

/** When the mark of an assessed work is to be entered. */
export const assessedWorkDeadline = z.discriminatedUnion('kind', [timely, lessonDay, daysAfterHeld]);

/** When attestation marks are to be entered (T-06, T-07, T-20, T-21). */
export const attestationDeadline = z.discriminatedUnion('kind', [
  timely,
  z.strictObject({
    kind: z.literal('workingDaysAfterEvent'),
    days: z.int().min(0).max(60),
    cappedByPeriodEnd: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('lastWeekOfPeriod'),
    daysBeforeVacation: z.int().min(0).max(31),
  }),
  z.strictObject({ kind: z.literal('afterPeriodEnd') }),
  z.strictObject({ kind: z.literal('beforeVacation') }),
]);

/** A deadline for an entry about a lesson. */
export type LessonDeadline = z.infer<typeof lessonDeadline>;

/** A deadline for the mark of an assessed work. */
export type AssessedWorkDeadline = z.infer<typeof assessedWorkDeadline>;

/** A deadline for attestation marks. */
export type AttestationDeadline = z.infer<typeof attestationDeadline>;
