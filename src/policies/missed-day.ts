/**
 * What counts as a missed day; no source says, so it is a policy (R-ATT-10, T-15):
 * `all`: every lesson held for the student that day was missed; `any`: at least one was.
 */
export type MissedDay = 'all' | 'any';

/** What this regulation profile counts. */
export const DEFAULT_MISSED_DAY: MissedDay = 'all';

/** One student's day: the lessons held for them, and those of them that they missed. */
export interface LessonsOfDay {
  readonly held: number;
  readonly missed: number;
}

/** Whether the day counts as missed. A day without lessons cannot be missed. */
export const isMissedDay = (policy: MissedDay, { held, missed }: LessonsOfDay): boolean =>
  policy === 'all' ? held > 0 && missed === held : missed > 0;
