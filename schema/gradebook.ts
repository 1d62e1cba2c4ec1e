import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { gradebookPage, journalsIn } from '../projections/gradebook/queries.ts';
import { pageAsOf } from '../src/runtime/past/page.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { uuidOf, uuidIfGiven } from './global-id.ts';
import { gradebookOf } from './gradebook-page.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Gradebook, GradebookRow } from './nouns/gradebook.ts';
import { Journal, journalOf } from './nouns/journal.ts';
import { Student } from './nouns/student.ts';
import { AS_OF, AS_OF_POSITION, asOfIn, bounded, pastScope } from './past.ts';
import { Instant, Position } from './scalars.ts';
import { between } from './bounds.ts';

const reading = { capability: 'gradebook.read' } as const;

/** Who makes a timetable knows the pages, and nothing that stands on them. */
const naming = { capability: ['gradebook.read', 'lesson.schedule'] } as const;

/** An argument that a request may leave out: then it is undefined, or null where the client says so. */
type Optional<Value> = Value | null | undefined;

const MOST_JOURNALS = 200;

/** Pages of the journal. */
@Resolver(() => GradebookRow)
export class GradebookResolver {
  @Access(naming)
  @Query(() => [Journal], {
    description:
      'The pages the viewer may open, or makes a timetable for, without what stands on them; 200 at most.',
  })
  async journals(
    @Arg('groupId', () => ID, { nullable: true, description: 'Of this group.' }) groupId: Optional<string>,
    @Arg('courseUnitId', () => ID, { nullable: true, description: 'In this course unit.' })
    courseUnitId: Optional<string>,
    @Arg('periodId', () => ID, { nullable: true, description: 'In this period.' }) periodId: Optional<string>,
    @Arg('teacherId', () => ID, { nullable: true, description: 'In the load of this account.' })
    teacherId: Optional<string>,
    @Arg('first', () => Int, { defaultValue: MOST_JOURNALS, description: 'How many, 1 to 200.' })
    first: number,
    @Arg('after', () => ID, { nullable: true, description: 'The last page of the list before.' })
    after: Optional<string>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly Journal[]> {
    await reach(context, minPosition);
    between('first', first, 1, MOST_JOURNALS);
    const wanted = {
      group: uuidIfGiven('StudyGroup', groupId),
      courseUnit: uuidIfGiven('CourseUnit', courseUnitId),
      period: uuidIfGiven('AttestationPeriod', periodId),
      teacher: uuidIfGiven('Account', teacherId),
    };
    const { capabilities } = viewerOf(context);
    const capability = capabilities.has('gradebook.read') ? 'gradebook.read' : 'lesson.schedule';
    const filter = Object.fromEntries(Object.entries(wanted).filter(([, id]) => id !== undefined));
    const rows = await journalsIn(context.reader, scopeFor(context, capability), filter, {
      limit: first,
      ...(after ? { after: uuidOf('Journal', after) } : {}),
    });
    return rows.map(journalOf);
  }

  @Access(naming)
  @Query(() => Journal, {
    nullable: true,
    description: 'A page, without what stands on it; null where there is none to see.',
  })
  async journal(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<Journal | null> {
    await reach(context, minPosition);
    return load(context.loaders.journals, uuidOf('Journal', id));
  }

  @Access(reading)
  @Query(() => Gradebook, {
    nullable: true,
    description: 'A page with everything on it, now or as it stood; null where there is none to see.',
  })
  async gradebook(
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('asOf', () => Instant, AS_OF) asOf: Optional<string>,
    @Arg('asOfPosition', () => Position, AS_OF_POSITION) asOfPosition: Optional<bigint>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<Gradebook | null> {
    await reach(context, minPosition);
    const journal = uuidOf('Journal', journalId);
    const past = await asOfIn(context, asOf, asOfPosition);
    const page =
      past === null
        ? await gradebookPage(context.reader, scopeFor(context, 'gradebook.read'), journal, context.pages)
        : await bounded(
            pageAsOf(
              context.college().log,
              pastScope(context, 'gradebook.read', 'Query.gradebook'),
              journal,
              past.position,
            ),
          );
    return page && gradebookOf(page);
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { uuid }: GradebookRow, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, uuid);
  }
}
