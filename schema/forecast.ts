import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { finalQualifications } from '../projections/final-work/queries.ts';
import { finishedPages } from '../projections/gradebook/queries-courses.ts';
import { gradebookPage, journalsIn } from '../projections/gradebook/queries.ts';
import type { GradebookPage } from '../projections/gradebook/page.ts';
import { courseOf, onScale } from '../src/forecast/course.ts';
import { meanOf } from '../src/forecast/facts.ts';
import { forecastPage, type PageForecast } from '../src/forecast/page-forecast.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { PerformanceForecast, performanceForecastOf, StudentForecast } from './nouns/forecast.ts';
import { Student } from './nouns/student.ts';
import { Position } from './scalars.ts';

const reading = { capability: 'gradebook.read' } as const;

/** From how many finished pages a forecast learns. */
const LEARNED_PAGES = 60;

@ObjectType({
  simpleResolvers: true,
  description: 'What is expected of a student in all (R-MRK-13, R-WRK-04).',
})
class OverallForecast {
  @Access(reading)
  @Field(() => Float, {
    nullable: true,
    description:
      'The mean of what is expected on the pages and of the final results, of 5; null without any.',
  })
  readonly expected!: number | null;

  @Access(reading)
  @Field(() => Int, { description: 'How many pages with numeric marks stand behind it.' })
  readonly pages!: number;

  @Access(reading)
  @Field(() => [Int], {
    description: 'Marks of the demonstration exam and the thesis, where the regulation lets them weigh.',
  })
  readonly finalResults!: readonly number[];
}

const GRADES: Readonly<Record<string, number>> = { grade3: 3, grade4: 4, grade5: 5 };

const forecastOf = async (context: Context, whole: GradebookPage): Promise<PageForecast | null> => {
  const { scale } = whole.page;
  if (onScale(scale, 1) === null) return null;
  const today = await context.college().today();
  const { college } = viewerOf(context);
  const finished = await finishedPages(
    context.reader,
    { college },
    { scale, before: today, most: LEARNED_PAGES },
  );
  const period = await context.loaders.periods.load(whole.page.period);
  const taught = finished.map((page) => courseOf(page));
  return forecastPage(courseOf(whole, period?.until ?? null), taught, today);
};

/** Forecasts of results. */
@Resolver(() => StudentForecast)
export class ForecastResolver {
  @Access(reading)
  @Query(() => PerformanceForecast, {
    nullable: true,
    description: 'What is expected of everybody on a page; null where its marks are no numbers.',
  })
  async performanceForecast(
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<PerformanceForecast | null> {
    await reach(context, minPosition);
    const journal = uuidOf('Journal', journalId);
    const page = await gradebookPage(
      context.reader,
      scopeFor(context, 'gradebook.read'),
      journal,
      context.pages,
    );
    const found = page && (await forecastOf(context, page));
    return page && found ? performanceForecastOf(journal, page.page.scale, found) : null;
  }

  @Access(reading)
  @Query(() => OverallForecast, {
    description: 'What is expected of a student over the pages you may read, and the final results known.',
  })
  async overallForecast(
    @Arg('studentId', () => ID, { description: 'The student.' }) studentId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<OverallForecast> {
    await reach(context, minPosition);
    const student = uuidOf('Student', studentId);
    const scope = scopeFor(context, 'gradebook.read');
    const { id, stateOf, today } = context.college();
    const expected: number[] = [];
    for (const { journal } of await journalsIn(context.reader, scope, { student })) {
      const page = await gradebookPage(context.reader, scope, journal, context.pages);
      const own = page && (await forecastOf(context, page))?.students.get(student);
      if (own) expected.push(onScale('fivePoint', own.expected) ?? 0);
    }
    const weighing = regulationAt(await stateOf(regulations, id), await today()).value(
      'forecasting',
    )?.weighing;
    const { account } = viewerOf(context);
    const [final] = await finalQualifications(context.reader, scope, account, { student });
    const finalResults = [
      weighing?.includes('demonstrationExam') ? final?.exam : null,
      weighing?.includes('thesis') ? final?.thesis : null,
    ].flatMap((result) => (result ? (GRADES[result] ?? []) : []));
    const all = [...expected, ...finalResults];
    return {
      expected: all.length === 0 ? null : Math.round(meanOf(all) * 100) / 100,
      pages: expected.length,
      finalResults,
    };
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { uuid }: StudentForecast, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, uuid);
  }
}
