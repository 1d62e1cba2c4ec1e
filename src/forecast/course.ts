import type { MarkedPage } from '../../projections/gradebook/queries-courses.ts';
import { numberOf, type MarkScale } from '../policies/mark-scale.ts';
import type { Course, DatedMark } from './facts.ts';

const BOUNDS: Readonly<Record<MarkScale, readonly [worst: number, best: number] | null>> = {
  fivePoint: [2, 5],
  hundredPoint: [0, 100],
  passFail: null,
};

/** What a worth from 0 to 1 is on a scale; `null` on a scale without numbers. */
export const onScale = (scale: MarkScale, worth: number): number | null => {
  const bounds = BOUNDS[scale];
  return bounds && bounds[0] + worth * (bounds[1] - bounds[0]);
};

/** What a span between two worths is on a scale. */
export const spanOnScale = (scale: MarkScale, span: number): number | null => {
  const bounds = BOUNDS[scale];
  return bounds && span * (bounds[1] - bounds[0]);
};

const worthOf = (scale: MarkScale, value: string): number | null => {
  const bounds = BOUNDS[scale];
  const number = numberOf(scale, value);
  return bounds && number !== null ? (number - bounds[0]) / (bounds[1] - bounds[0]) : null;
};

const WEEK = 7;

const daysBetween = (from: string, until: string): number =>
  Temporal.PlainDate.from(from).until(until, { largestUnit: 'days' }).days;

/** The days of a page, and those it may still be given: at its own pace, from the last one to the end of its period. */
const withDaysToCome = (days: readonly string[], periodEnd: string | null): readonly string[] => {
  const sorted = days.toSorted();
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (periodEnd === null || first === undefined || last === undefined) return days;
  const perDay = days.length / (daysBetween(first, last) + WEEK);
  const missing = Math.max(0, Math.floor(daysBetween(last, periodEnd) * perDay));
  const spread = Array.from({ length: missing }, (_, index) =>
    Temporal.PlainDate.from(last)
      .add({ days: Math.ceil((index + 1) / perDay) })
      .toString(),
  );
  return [...days, ...spread];
};

/**
 * A page as a forecast sees it: numeric marks alone (T-45), and the days of the lessons that take
 * place; with the end of its period, of those the timetable has yet to give it, too.
 */
export const courseOf = ({ page, lessons, cells }: MarkedPage, periodEnd: string | null = null): Course => {
  const held = new Map(
    lessons.flatMap(({ lesson, date, status }) => (status === 'cancelled' ? [] : [[lesson, date] as const])),
  );
  const marks = new Map<string, DatedMark[]>();
  for (const { lesson, student, marks: given } of cells) {
    const date = held.get(lesson);
    if (date === undefined) continue;
    for (const { workType, value } of given) {
      const worth = worthOf(page.scale, value);
      if (worth === null) continue;
      marks.getOrInsertComputed(student, () => []).push({ date, work: `${lesson}.${workType}`, worth });
    }
  }
  return { courseUnit: page.courseUnit, marks, days: withDaysToCome([...held.values()], periodEnd) };
};
