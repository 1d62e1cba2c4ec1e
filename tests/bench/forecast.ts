/**
 * Forecasts of real results: the Open University's courses of 2013 teach, those of 2014 are forecast at 25, 50 and
 * 75 % of each course. The error is the mean distance to the final mean of a student's scores, and is compared with
 * two that need no model: the mean so far, and the last score. Students whose scores had all been given by then are
 * left out, for there is nothing left to forecast.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { examplesAt } from '../../src/forecast/examples.ts';
import { factsOn, meanOf, remainingOf } from '../../src/forecast/facts.ts';
import { forecast, learn } from '../../src/forecast/model.ts';
import type { BenchResult } from './append.ts';
import { openUniversity, type OpenUniversityCourse } from './open-university.ts';

const data = fileURLToPath(new URL('../../../shared/data/oneroster/oulad', import.meta.url));
const STAGES = [25, 50, 75] as const;

interface Errors {
  readonly ours: number[];
  readonly mean: number[];
  readonly last: number[];
}

/** The errors of every student whose result is still open at a stage of the courses that were not learned from. */
const errorsAt = (
  taught: readonly OpenUniversityCourse[],
  asked: readonly OpenUniversityCourse[],
  stage: number,
): Errors => {
  const errors: Errors = { ours: [], mean: [], last: [] };
  for (const course of asked) {
    const day = course.dayAt(stage / 100);
    const { examples, historyOf } = examplesAt(taught, remainingOf(course, day));
    const model = learn(examples);
    for (const [student, facts] of factsOn(course, day, historyOf(course.courseUnit))) {
      const marks = course.marks.get(student) ?? [];
      if (!marks.some(({ date }) => date > day)) continue;
      const final = meanOf(marks.map(({ worth }) => worth));
      errors.ours.push(Math.abs(forecast(model, facts).expected - final));
      errors.mean.push(Math.abs(facts.ownMean - final));
      errors.last.push(Math.abs(facts.ownMean + facts.facts.lastMark - final));
    }
  }
  return errors;
};

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const none = { bench: 'forecast', ratios: {}, spread: {}, perSecond: {} };
  if (!existsSync(data)) return { ...none, notes: 'skipped: ../shared/data/oneroster/oulad is not here' };
  const courses = await openUniversity(data);
  const taught = courses.filter(({ year }) => year === '2013');
  const asked = courses.filter(({ year }) => year === '2014');
  const ratios: Record<string, number> = {};
  const notes: string[] = [];
  for (const stage of STAGES) {
    const { ours, mean, last } = errorsAt(taught, asked, stage);
    ratios[`mean@${String(stage)}`] = Number((meanOf(ours) / meanOf(mean)).toFixed(3));
    ratios[`last@${String(stage)}`] = Number((meanOf(ours) / meanOf(last)).toFixed(3));
    const points = [ours, mean, last].map((errors) => (meanOf(errors) * 100).toFixed(2));
    const line = `${String(stage)} %: ${String(ours.length)} students; off by ${points.join(' / ')} points (ours / mean so far / last)`;
    console.log(line);
    notes.push(line);
  }
  return {
    ...none,
    ratios,
    notes: `learned from 2013, asked of 2014; no chance in it, one run; ${notes.join('; ')}`,
  };
}
