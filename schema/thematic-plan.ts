import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { planItems, thematicPlans, type PlanFilter } from '../projections/curriculum/plan-queries.ts';
import { programmeProgress } from '../projections/curriculum/progress.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { uuidIfGiven, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { StudyGroup } from './nouns/study-group.ts';
import { planOf, ProgrammeProgress, progressOf, ThematicPlan } from './nouns/thematic-plan.ts';
import { Position } from './scalars.ts';

const reading = { capability: 'curriculum.read' } as const;

type Optional<Value> = Value | null | undefined;

const plansOf = async (context: Context, filter: PlanFilter): Promise<readonly ThematicPlan[]> => {
  const scope = scopeFor(context, 'curriculum.read');
  const rows = await thematicPlans(context.reader, scope, filter);
  const items = await planItems(
    context.reader,
    scope,
    rows.map(({ plan }) => plan),
  );
  const byPlan = Map.groupBy(items, ({ plan }) => plan);
  return rows.map((row) => planOf(row, byPlan.get(row.plan) ?? []));
};

/** Thematic plans and what became of them (R-REF-14, R-LES-13). */
@Resolver(() => ThematicPlan)
export class ThematicPlanResolver {
  @Access(reading)
  @Query(() => [ThematicPlan], {
    description: 'The shared base of thematic plans, latest year first; 200 at most.',
  })
  async thematicPlans(
    @Arg('courseUnitId', () => ID, { nullable: true, description: 'Of this course unit.' })
    courseUnitId: Optional<string>,
    @Arg('groupId', () => ID, { nullable: true, description: 'Of this group.' }) groupId: Optional<string>,
    @Arg('academicYear', () => Int, { nullable: true, description: 'Of the year that begins in this one.' })
    academicYear: Optional<number>,
    @Arg('templatesOnly', () => Boolean, { defaultValue: false, description: 'Only templates.' })
    templatesOnly: boolean,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly ThematicPlan[]> {
    await reach(context, minPosition);
    return await plansOf(context, {
      courseUnit: uuidIfGiven('CourseUnit', courseUnitId),
      group: uuidIfGiven('StudyGroup', groupId),
      academicYear: academicYear ?? undefined,
      templatesOnly,
    });
  }

  @Access(reading)
  @Query(() => ThematicPlan, { nullable: true, description: 'A thematic plan; null where there is none.' })
  async thematicPlan(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<ThematicPlan | null> {
    await reach(context, minPosition);
    const [plan] = await plansOf(context, { plans: [uuidOf('ThematicPlan', id)] });
    return plan ?? null;
  }

  @Access(reading)
  @Query(() => ProgrammeProgress, {
    nullable: true,
    description: 'Planned against delivered hours of a page; null where there is none to see.',
  })
  async programmeProgress(
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<ProgrammeProgress | null> {
    await reach(context, minPosition);
    const sees = viewerOf(context).capabilities.has('gradebook.read') ? 'gradebook.read' : 'diary.read';
    const progress = await programmeProgress(
      context.reader,
      scopeFor(context, sees),
      uuidOf('Journal', journalId),
      await context.college().today(),
    );
    return progress && progressOf(progress);
  }

  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit.' })
  courseUnit(@Root() { row }: ThematicPlan, @Ctx() { loaders }: Context): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, row.courseUnit);
  }

  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group; none for a template.' })
  group(@Root() { row }: ThematicPlan, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, row.group);
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who entered it.' })
  author(@Root() { row }: ThematicPlan, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.author);
  }
}
