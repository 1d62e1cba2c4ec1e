import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { onScale, spanOnScale } from '../../src/forecast/course.ts';
import { FACTS, type Fact } from '../../src/forecast/facts.ts';
import { expectedOfGroup, type Forecast } from '../../src/forecast/model.ts';
import type { PageForecast } from '../../src/forecast/page-forecast.ts';
import type { MarkScale } from '../../src/policies/mark-scale.ts';
import { Access } from '../access.ts';
import { graphqlEnum } from '../enums/graphql-enum.ts';
import { globalId } from '../global-id.ts';

const reading = { capability: 'gradebook.read' } as const;

/* What a forecast weighs. */
const ForecastFact = graphqlEnum<Fact>('ForecastFact', 'What a forecast weighs.', {
  lastMark: 'The last mark, less the own mean.',
  recentMarks: 'The mean of the last three marks, less the own mean.',
  groupMean: 'The mean of the group, less the own mean.',
  fewMarks: 'The same, the more so the fewer marks there are.',
  missedWorks: 'The share of the works marked so far in which the student has no mark.',
  unitHistory: 'How results moved from this stage to the end in earlier pages of the course unit.',
});

@ObjectType({ simpleResolvers: true, description: 'What one fact adds to the mean so far.' })
export class ForecastFactor {
  @Access(reading)
  @Field(() => ForecastFact, { description: 'The fact.' })
  readonly fact!: Fact;

  @Access(reading)
  @Field(() => Float, { description: 'Its value; distances between marks are in points of the scale.' })
  readonly value!: number;

  @Access(reading)
  @Field(() => Float, { description: 'Its weight at this stage of the course.' })
  readonly weight!: number;

  @Access(reading)
  @Field(() => Float, { description: 'What it adds, in points of the scale: value × weight.' })
  readonly adds!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What is expected of a student at the end of a page.' })
export class StudentForecast {
  readonly uuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => Float, { description: 'The mean of the marks so far.' })
  readonly meanSoFar!: number;

  @Access(reading)
  @Field(() => Float, {
    description: 'The mean expected at the end: the mean so far and what each fact adds.',
  })
  readonly expected!: number;

  @Access(reading)
  @Field(() => Float, { description: 'Four of five students of earlier pages ended above this.' })
  readonly low!: number;

  @Access(reading)
  @Field(() => Float, { description: 'Four of five students of earlier pages ended below this.' })
  readonly high!: number;

  @Access(reading)
  @Field(() => [ForecastFactor], { description: 'Which facts weigh how much.' })
  readonly factors!: readonly ForecastFactor[];
}

@ObjectType({ simpleResolvers: true, description: 'A forecast of the results of a page (R-MRK-13).' })
export class PerformanceForecast {
  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Float, { description: 'The share of its lessons that lies ahead, from 0 to 1.' })
  readonly remaining!: number;

  @Access(reading)
  @Field(() => Int, {
    description:
      'How many students of finished pages the weights were learned from; 0: too few, and the mean so far is only drawn to that of the group.',
  })
  readonly learnedFrom!: number;

  @Access(reading)
  @Field(() => Float, { nullable: true, description: 'The mean expected of the group; null without marks.' })
  readonly expectedOfGroup!: number | null;

  @Access(reading)
  @Field(() => [StudentForecast], { description: 'Every student of the page who has a mark.' })
  readonly students!: readonly StudentForecast[];
}

const PLACES = 1000;
const rounded = (number: number | null): number => Math.round((number ?? 0) * PLACES) / PLACES;

/* Shares stay shares; the other facts are distances between marks. */
const inPoints = (scale: MarkScale, fact: Fact, value: number): number =>
  fact === 'missedWorks' ? rounded(value) : rounded(spanOnScale(scale, value));

const factorsOf = (scale: MarkScale, { factors }: Forecast): readonly ForecastFactor[] =>
  FACTS.flatMap((fact) => {
    const factor = factors.find((candidate) => candidate.fact === fact);
    if (!factor) return [];
    const { value, weight, adds } = factor;
    return [
      {
        fact,
        value: inPoints(scale, fact, value),
        weight: fact === 'missedWorks' ? rounded(spanOnScale(scale, weight)) : rounded(weight),
        adds: rounded(spanOnScale(scale, adds)),
      },
    ];
  });

/* A student's forecast, on the scale of the page. */
const studentForecastOf = (scale: MarkScale, student: string, of: Forecast): StudentForecast => ({
  uuid: student,
  studentId: globalId('Student', student),
  meanSoFar: rounded(onScale(scale, of.ownMean)),
  expected: rounded(onScale(scale, of.expected)),
  low: rounded(onScale(scale, of.low)),
  high: rounded(onScale(scale, of.high)),
  factors: factorsOf(scale, of),
});

/** A page's forecast, on its scale, of the students that may be seen. */
export const performanceForecastOf = (
  journal: string,
  scale: MarkScale,
  { remaining, model, students }: PageForecast,
): PerformanceForecast => {
  const group = expectedOfGroup([...students.values()]);
  return {
    journalId: globalId('Journal', journal),
    remaining: rounded(remaining),
    learnedFrom: model.examples,
    expectedOfGroup: group === null ? null : rounded(onScale(scale, group)),
    students: [...students].map(([student, of]) => studentForecastOf(scale, student, of)),
  };
};
