import type { ValueOf } from './regulation/parameters.ts';

/**
 * What counts as a missed day; no source says, so it is a policy (R-ATT-10, T-15):
 * every lesson held for the student that day was missed, or at least one was.
 */
export type MissedDay = ValueOf<'attendance.missedDay'>;

/** One student's day: the lessons held for them, and those of them that they missed. */
export interface LessonsOfDay {
  readonly held: number;
  readonly missed: number;
}

/** Whether the day counts as missed. A day without lessons cannot be missed. */
export const isMissedDay = (policy: MissedDay, { held, missed }: LessonsOfDay): boolean =>
  policy === 'allLessons' ? held > 0 && missed === held : missed > 0;
