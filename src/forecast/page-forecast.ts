import type { PlainDate } from '../policies/calendar.ts';
import { examplesAt } from './examples.ts';
import { factsOn, remainingOf, type Course } from './facts.ts';
import { forecast, learn, type Forecast, type Model } from './model.ts';

/** What is expected of everybody on a page, and what it was learned from. */
export interface PageForecast {
  /** The share of the course that lies ahead, from 0 to 1. */
  readonly remaining: number;
  readonly model: Model;
  readonly students: ReadonlyMap<string, Forecast>;
}

/** Forecasts a page on a day from what finished courses of the college were like at the same stage (R-MRK-13). */
export const forecastPage = (course: Course, finished: readonly Course[], day: PlainDate): PageForecast => {
  const remaining = remainingOf(course, day);
  const { examples, historyOf } = examplesAt(finished, remaining);
  const model = learn(examples);
  const students = new Map(
    [...factsOn(course, day, historyOf(course.courseUnit))].map(([student, facts]) => [
      student,
      forecast(model, facts),
    ]),
  );
  return { remaining, model, students };
};
