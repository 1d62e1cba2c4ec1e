import type { Occupation } from '../../policies/timetable.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';

/** The lessons that have a place on a day, by id. */
export type DayState = ReadonlyMap<string, Occupation>;

/** When the classes of a group end on a day; `null` where it has none (T-17). */
export const lastClassEndsAt = (day: DayState, group: string): string | null =>
  [...day.values()].reduce<string | null>(
    (last, lesson) =>
      lesson.group === group && (last === null || lesson.endsAt > last) ? lesson.endsAt : last,
    null,
  );

/** Folds `timetableDay-<date>`. */
export const timetableDays = defineFold<DayState, 'timetableDay'>('timetableDay', new Map(), {
  LessonPlaced: (state, { data: { date: _, lesson, ...place } }) => withEntry(state, lesson, place),
  LessonLifted: (state, { data }) => withoutEntry(state, data.lesson),
});
