import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { EventType } from '../../events/register.ts';
import type { LessonRow } from '../../projections/gradebook/rows.ts';
import { pageTopic, type Touch } from '../../src/runtime/live/touch.ts';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { attestationOf } from '../gradebook-page.ts';
import { GradebookAttestation } from '../nouns/gradebook.ts';
import { Lesson, lessonOf } from '../nouns/lesson.ts';
import { Position } from '../scalars.ts';
import { ChangedCell, changedCells } from './changed-cell.ts';
import { AFTER_POSITION, following, liveOf, type Subscribing } from './following.ts';
import { viewedPage, type PageView } from './page-view.ts';

const reading = { capability: ['gradebook.read', 'diary.read'] } as const;
const readingPages = { capability: 'gradebook.read', deny: 'null' } as const;

@ObjectType({ simpleResolvers: true, description: 'The attestation of a student, as it stands now.' })
export class ChangedAttestation {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(readingPages)
  @Field(() => GradebookAttestation, { nullable: true, description: 'The attestation.' })
  readonly attestation!: GradebookAttestation | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What changed on a page, as it stands now: several changes of one cell are told as one.',
})
export class GradebookChange {
  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Position, {
    description:
      'Everything up to here has been told: the `revision` of the page, and the `after` to come back with.',
  })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => [ChangedCell], {
    description: 'Cells in which something was entered, corrected or taken back.',
  })
  readonly cells!: readonly ChangedCell[];

  @Access(reading)
  @Field(() => [Lesson], {
    description: 'Lessons that came, were moved, cancelled or held, or whose record or homework changed.',
  })
  readonly lessons!: readonly Lesson[];

  @Access(reading)
  @Field(() => [ChangedAttestation], { description: 'Attestations that were recorded or corrected.' })
  readonly attestations!: readonly ChangedAttestation[];

  @Access(reading)
  @Field(() => Boolean, {
    description: 'Students, teachers or the sheet of the page changed: ask for the page again.',
  })
  readonly isPageChanged!: boolean;
}

const OF_ATTESTATIONS: ReadonlySet<EventType> = new Set([
  'AttestationMarkRecorded',
  'AttestationMarkCorrected',
  'RepeatAttestationRecorded',
]);

const OF_THE_PAGE: ReadonlySet<EventType> = new Set([
  'JournalOpened',
  'JournalTeacherAssigned',
  'JournalTeacherReleased',
  'RosterExtended',
  'RosterEntryEnded',
  'AttestationSheetCompleted',
]);

/** A lesson for whom the regulation shows not all of it. */
const shownOf = (lesson: LessonRow, { parts }: PageView): LessonRow => ({
  ...lesson,
  ...(!parts.topic && { topic: null, workTopics: {} }),
  ...(!parts.homework && {
    homework: null,
    homeworkManner: null,
    homeworkPages: null,
    homeworkDueOn: null,
  }),
});

const attestationsOf = (
  { page, isWhole }: PageView,
  touched: readonly Touch[],
): readonly ChangedAttestation[] => {
  const students = new Set(
    touched.filter(({ type }) => OF_ATTESTATIONS.has(type)).map(({ student }) => student),
  );
  return isWhole
    ? page.attestations
        .filter(({ student }) => students.has(student))
        .map((row) => ({ studentId: globalId('Student', row.student), attestation: attestationOf(row) }))
    : [];
};

const changeOf = (
  journal: string,
  position: bigint,
  view: PageView,
  touched: readonly Touch[],
): GradebookChange | null => {
  const lessons = new Set(touched.filter(({ student }) => student === null).map(({ lesson }) => lesson));
  const change = {
    journalId: globalId('Journal', journal),
    position,
    cells: changedCells(view, touched),
    lessons: view.page.lessons
      .filter((lesson) => lessons.has(lesson.lesson) && view.sees(lesson))
      .map((lesson) => lessonOf(shownOf(lesson, view))),
    attestations: attestationsOf(view, touched),
    isPageChanged: view.isWhole && touched.some(({ type }) => OF_THE_PAGE.has(type)),
  };
  const { cells, attestations, isPageChanged } = change;
  return isPageChanged || cells.length + change.lessons.length + attestations.length > 0 ? change : null;
};

interface Asked {
  readonly journalId: string;
  readonly after?: bigint | null;
}

/** The changes of a page, as far as the viewer sees it. */
async function* gradebookChanges(context: Context, asked: Asked): AsyncGenerator<GradebookChange, void> {
  const journal = uuidOf('Journal', asked.journalId);
  yield* following<GradebookChange>(context, asked.after, {
    channel: 'gradebook',
    topics: [pageTopic(journal)],
    begin: async (now) => (await viewedPage(now, journal))?.page.page.revision ?? 0n,
    may: async (now) => (await viewedPage(now, journal)) !== null,
    async since(now, after, reached) {
      const view = await viewedPage(now, journal);
      if (!view) return { position: after, change: null };
      const { revision, period } = view.page.page;
      const position = [after, reached, revision].reduce((a, b) => (a > b ? a : b));
      if (position === after) return { position, change: null };
      const touched = await liveOf(now).touched({ journal, period }, after, position);
      const own = touched.filter((touch) => touch.journal === journal);
      return { position, change: changeOf(journal, position, view, own) };
    },
  });
}

/** A page while others write on it. */
@Resolver()
export class GradebookChangedResolver {
  @Access(reading)
  @Subscription(() => GradebookChange, {
    description:
      'What changes on a page, as soon as a refetch would show it. Students and guardians are told of their own lines.',
    subscribe: ({ args, context }: Subscribing<Asked>) => gradebookChanges(context, args),
  })
  gradebookChanged(
    @Arg('journalId', () => ID, { description: 'The page.' }) _journalId: string,
    @Arg('after', () => Position, AFTER_POSITION) _after: bigint | null | undefined,
    @Root() change: GradebookChange,
  ): GradebookChange {
    return change;
  }
}
