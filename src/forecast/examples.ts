import { factsOn, meanOf, remainingOf, type Course } from './facts.ts';
import type { Example } from './model.ts';

/** The day on which no more than so much of a course lay ahead; `null` of a course without days. */
export const dayWithRemaining = (course: Course, remaining: number): string | null =>
  [...new Set(course.days)].sort().find((day) => remainingOf(course, day) <= remaining) ?? null;

const finalOf = (course: Course, student: string): number =>
  meanOf((course.marks.get(student) ?? []).map(({ worth }) => worth));

/** The students of a finished course with the facts of a day, and how each ended; those whose marks were all given are left out. */
const examplesOf = (course: Course, day: string, unitHistory: number): readonly Example[] =>
  [...factsOn(course, day, unitHistory)]
    .filter(([student]) => course.marks.get(student)?.some(({ date }) => date > day) ?? false)
    .map(([student, facts]) => ({ ...facts, final: finalOf(course, student) }));

/** How far results moved from a stage of earlier courses of a unit to their end, on average. */
export type UnitHistory = (courseUnit: string) => number;

/** Examples of one stage, and what the history of each course unit says about it. */
export interface Lesson {
  readonly examples: readonly Example[];
  readonly historyOf: UnitHistory;
}

/** What finished courses teach about the stage at which so much lies ahead. */
export const examplesAt = (finished: readonly Course[], remaining: number): Lesson => {
  const staged = finished.flatMap((course) => {
    const day = dayWithRemaining(course, remaining);
    return day === null ? [] : [{ course, day }];
  });
  const moves = staged.map(({ course, day }) => ({
    courseUnit: course.courseUnit,
    moved: examplesOf(course, day, 0).map(({ final, ownMean }) => final - ownMean),
  }));
  const overall = meanOf(moves.flatMap(({ moved }) => moved));
  const byUnit = new Map(
    [...Map.groupBy(moves, ({ courseUnit }) => courseUnit)].map(([unit, of]) => [
      unit,
      meanOf(of.flatMap(({ moved }) => moved)),
    ]),
  );
  const historyOf: UnitHistory = (courseUnit) => byUnit.get(courseUnit) ?? overall;
  const examples = staged.flatMap(({ course, day }) => examplesOf(course, day, historyOf(course.courseUnit)));
  return { examples, historyOf };
};
