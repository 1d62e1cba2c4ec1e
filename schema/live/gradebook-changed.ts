import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { EventType } from '../../events/register.ts';
import { gradebook } from '../../projections/gradebook/gradebook.ts';
import type { LessonRow } from '../../projections/gradebook/rows.ts';
import type { Touch } from '../../src/runtime/live/touch.ts';
import { Access } from '../access.ts';
import { globalId } from '../global-id.ts';
import { attestationOf } from '../gradebook-page.ts';
import { GradebookAttestation } from '../nouns/gradebook.ts';
import { Lesson, lessonOf } from '../nouns/lesson.ts';
import { Position } from '../scalars.ts';
import { ChangedCell, changedCells } from './changed-cell.ts';
import { AFTER_POSITION, type Subscribing } from './following.ts';
import { pageChanges, type FollowedPage, type PageChange } from './page-changes.ts';
import type { PageView } from './page-view.ts';

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

/** What changes a page: nothing else is told, an attempt that was refused least of all. */
const CHANGES: ReadonlySet<string> = new Set(
  gradebook.tables.flatMap(({ handlers }) => Object.keys(handlers)),
);

/** What of a page was touched. */
const told = (view: PageView, all: readonly Touch[]): Omit<GradebookChange, keyof PageChange> | null => {
  const touched = all.filter(({ type }) => CHANGES.has(type));
  const lessons = new Set(touched.filter(({ student }) => student === null).map(({ lesson }) => lesson));
  const change = {
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

/** A page while others write on it. */
@Resolver()
export class GradebookChangedResolver {
  @Access(reading)
  @Subscription(() => GradebookChange, {
    description:
      'What changes on a page, as soon as a refetch would show it. Students and guardians are told of their own lines.',
    subscribe: ({ args, context }: Subscribing<FollowedPage>) =>
      pageChanges(context, args, 'gradebook', told),
  })
  gradebookChanged(
    @Arg('journalId', () => ID, { description: 'The page.' }) _journalId: string,
    @Arg('after', () => Position, AFTER_POSITION) _after: bigint | null | undefined,
    @Root() change: GradebookChange,
  ): GradebookChange {
    return change;
  }
}
