import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { journalCompleteness } from '../projections/monitoring/completeness.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { load } from './loaders.ts';
import { accumulationOf } from './mark-accumulation.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { MonitoringFilter, pageFilterOf } from './monitored-pages.ts';
import { completenessOf, JournalCompleteness } from './nouns/journal-completeness.ts';
import { Journal } from './nouns/journal.ts';
import { Position } from './scalars.ts';

const reading = { capability: 'monitoring.read' } as const;

/** How far pages are filled in. */
@Resolver(() => JournalCompleteness)
export class JournalCompletenessResolver {
  @Access(reading)
  @Query(() => [JournalCompleteness], {
    description:
      'How completely pages are kept as of today: what is due, what is there, and one percentage of it; 500 pages at most.',
  })
  async journalCompleteness(
    @Arg('filter', () => MonitoringFilter, { defaultValue: {}, description: 'Which pages.' })
    filter: MonitoringFilter,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null | undefined,
    @Ctx() context: Context,
  ): Promise<readonly JournalCompleteness[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'monitoring.read');
    const pages = await pageFilterOf(context, scope, filter);
    const today = await context.college().today();
    return (await journalCompleteness(context.reader, scope, pages, today)).map(completenessOf);
  }

  @Access(reading)
  @FieldResolver(() => Journal, { nullable: true, description: 'The page.' })
  journal(@Root() { row }: JournalCompleteness, @Ctx() { loaders }: Context): Promise<Journal | null> {
    return load(loaders.journals, row.journal);
  }

  @Access({ capability: 'standing.read', deny: 'null' })
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Students with fewer current marks than a final mark needs (накопляемость); null where the regulation counts none.',
  })
  async studentsShortOfMarks(
    @Root() { row }: JournalCompleteness,
    @Ctx() context: Context,
  ): Promise<number | null> {
    const accumulation = await accumulationOf(context, row.journal);
    if (accumulation?.needed == null) return null;
    return accumulation.students.filter(({ missing }) => missing !== null && missing > 0).length;
  }
}
