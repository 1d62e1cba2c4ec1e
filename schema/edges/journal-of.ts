import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AcademicDebt } from '../academic-debts.ts';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { uuidOf } from '../global-id.ts';
import { load } from '../loaders.ts';
import { MistakeReport, TopicDebt } from '../nouns/classwork.ts';
import { Journal } from '../nouns/journal.ts';

const reading = {
  capability: ['gradebook.read', 'diary.read', 'lesson.schedule'],
  deny: 'null',
} as const;

const PAGE = { nullable: true, description: 'The page; null where the viewer may not open it.' } as const;

const journalOf = (journalId: string, { loaders }: Context): Promise<Journal | null> =>
  load(loaders.journals, uuidOf('Journal', journalId));

/** The page of an academic debt. */
@Resolver(() => AcademicDebt)
export class JournalOfAcademicDebts {
  @Access(reading)
  @FieldResolver(() => Journal, PAGE)
  journal(@Root() { journalId }: AcademicDebt, @Ctx() context: Context): Promise<Journal | null> {
    return journalOf(journalId, context);
  }
}

/** The page of a topic debt. */
@Resolver(() => TopicDebt)
export class JournalOfTopicDebts {
  @Access(reading)
  @FieldResolver(() => Journal, PAGE)
  journal(@Root() { journalId }: TopicDebt, @Ctx() context: Context): Promise<Journal | null> {
    return journalOf(journalId, context);
  }
}

/** The page of a report. */
@Resolver(() => MistakeReport)
export class JournalOfMistakeReports {
  @Access(reading)
  @FieldResolver(() => Journal, PAGE)
  journal(@Root() { journalId }: MistakeReport, @Ctx() context: Context): Promise<Journal | null> {
    return journalOf(journalId, context);
  }
}
