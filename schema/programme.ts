import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { teachingLoad } from '../projections/curriculum/load-queries.ts';
import { gradingCriteria, workProgrammes } from '../projections/curriculum/plan-queries.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { uuidIfGiven, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import {
  GradingCriteria,
  TeachingLoad,
  teachingLoadOf,
  WorkProgramme,
  workProgrammeOf,
} from './nouns/programme.ts';
import { Position } from './scalars.ts';

const reading = { capability: 'curriculum.read' } as const;

type Optional<Value> = Value | null | undefined;

/** What course units teach and ask for, and who teaches how much. */
@Resolver()
export class ProgrammeResolver {
  @Access(reading)
  @Query(() => [WorkProgramme], { description: 'The work programmes of a course unit, latest year first.' })
  async workProgrammes(
    @Arg('courseUnitId', () => ID, { description: 'The course unit.' }) courseUnitId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly WorkProgramme[]> {
    await reach(context, minPosition);
    const courseUnit = uuidOf('CourseUnit', courseUnitId);
    const rows = await workProgrammes(context.reader, scopeFor(context, 'curriculum.read'), courseUnit);
    return rows.map(workProgrammeOf);
  }

  @Access(reading)
  @Query(() => GradingCriteria, {
    nullable: true,
    description: 'The grading criteria of a course unit as they stand; null before they are set.',
  })
  async gradingCriteria(
    @Arg('courseUnitId', () => ID, { description: 'The course unit.' }) courseUnitId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<GradingCriteria | null> {
    await reach(context, minPosition);
    const courseUnit = uuidOf('CourseUnit', courseUnitId);
    const scope = scopeFor(context, 'curriculum.read');
    return (await gradingCriteria(context.reader, scope, courseUnit)) ?? null;
  }

  @Access({ capability: 'teachingLoad.read' })
  @Query(() => [TeachingLoad], {
    description: 'The teaching load of the pages the viewer sees, teacher by teacher.',
  })
  async teachingLoads(
    @Arg('accountId', () => ID, { nullable: true, description: 'Of this teacher.' })
    accountId: Optional<string>,
    @Arg('periodId', () => ID, { nullable: true, description: 'In this period.' }) periodId: Optional<string>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly TeachingLoad[]> {
    await reach(context, minPosition);
    const rows = await teachingLoad(context.reader, scopeFor(context, 'teachingLoad.read'), {
      account: uuidIfGiven('Account', accountId),
      period: uuidIfGiven('AttestationPeriod', periodId),
    });
    const byTeacher = Map.groupBy(rows, ({ account }) => account);
    return await Promise.all(
      [...byTeacher].map(async ([account, pages]) =>
        teachingLoadOf(await load(context.loaders.accounts, account), pages),
      ),
    );
  }
}
