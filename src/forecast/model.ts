import LinearRegression from 'ml-regression-multivariate-linear';
import { FACTS, meanOf, type Fact, type Facts } from './facts.ts';

/** A student whose end is known: the facts of a day, and the final result, from 0 to 1. */
export interface Example extends Facts {
  readonly final: number;
}

/** What a fact adds to the mean so far: its weight for the share of the course that lies ahead, and the product. */
export interface Factor {
  readonly fact: Fact;
  readonly value: number;
  readonly weight: number;
  readonly adds: number;
}

/** A forecast of the final mean of a student's marks, from 0 to 1, and where it comes from. */
export interface Forecast {
  readonly ownMean: number;
  readonly expected: number;
  /** Four of five examples ended within them. */
  readonly low: number;
  readonly high: number;
  readonly factors: readonly Factor[];
}

/** Weights learned from examples, or those that hold where there are too few. */
export interface Model {
  readonly weights: Readonly<Record<Fact, number>>;
  /** Four of five examples ended no farther from what was expected. */
  readonly spread: number;
  /** How many examples it was learned from; 0: none, the own mean leans on the group’s. */
  readonly examples: number;
}

const FEWEST = 60;
const WITHIN = 0.8;

/** Where nothing was learned: the own mean is drawn to the group’s, the more so the fewer marks there are. */
const UNLEARNED: Model = {
  weights: { lastMark: 0, recentMarks: 0, groupMean: 0, fewMarks: 1, missedWorks: 0, unitHistory: 0 },
  spread: 0.15,
  examples: 0,
};

/** Every fact works through the marks still to come; only the history of the unit was measured up to the end. */
const shareOf = (fact: Fact, remaining: number): number => (fact === 'unitHistory' ? 1 : remaining);

const inputOf = ({ remaining, facts }: Facts): number[] =>
  FACTS.map((fact) => shareOf(fact, remaining) * facts[fact]);

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Learns how far results move from the mean so far, by least squares over the facts. */
export const learn = (examples: readonly Example[]): Model => {
  if (examples.length < FEWEST) return UNLEARNED;
  const moved = examples.map(({ final, ownMean }) => [final - ownMean]);
  const { weights } = new LinearRegression(examples.map(inputOf), moved, {
    intercept: false,
    statistics: false,
  });
  const learned = Object.fromEntries(FACTS.map((fact, index) => [fact, weights[index]?.[0] ?? 0]));
  const model = { ...UNLEARNED, weights: learned as Model['weights'], examples: examples.length };
  const misses = examples
    .map((example) => Math.abs(forecast(model, example).expected - example.final))
    .sort((a, b) => a - b);
  return { ...model, spread: misses[Math.floor(misses.length * WITHIN)] ?? UNLEARNED.spread };
};

/** What a model expects of a student, fact by fact. */
export function forecast({ weights, spread }: Model, { ownMean, remaining, facts }: Facts): Forecast {
  const factors = FACTS.map((fact): Factor => {
    const weight = weights[fact] * shareOf(fact, remaining);
    return { fact, value: facts[fact], weight, adds: weight * facts[fact] };
  });
  const expected = within(ownMean + factors.reduce((sum, { adds }) => sum + adds, 0));
  return { ownMean, expected, low: within(expected - spread), high: within(expected + spread), factors };
}

/** The mean of what is expected of a group. */
export const expectedOfGroup = (forecasts: readonly Forecast[]): number | null =>
  forecasts.length === 0 ? null : meanOf(forecasts.map(({ expected }) => expected));
