import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { pageDifference, type Difference, type PageDifference } from '../projections/gradebook/difference.ts';
import { pastPage } from '../src/runtime/past/page.ts';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { ENTRIES, entriesBehind, READING_ENTRIES } from './entries-behind.ts';
import { globalId, uuidOf } from './global-id.ts';
import { attestationOf, cellOf } from './gradebook-page.ts';
import { AuditEntry } from './nouns/audit-entry.ts';
import { eventAt } from './nouns/event-at.ts';
import { GradebookDiff } from './nouns/gradebook-diff.ts';
import { journalOf } from './nouns/journal.ts';
import { lessonOf } from './nouns/lesson.ts';
import { bounded, Moment, pastScope, spanOf, type PastMoment } from './past.ts';

const reading = { capability: 'gradebook.read' } as const;

const told = <Row, Shown>({ before, after, events }: Difference<Row>, shown: (row: Row) => Shown) => ({
  before: before && shown(before),
  after: shown(after),
  events: events.map(eventAt),
});

const teachersOf = (page: PageDifference['before']): readonly string[] =>
  (page?.page.teachers ?? []).map((account) => globalId('Account', account));

const diffOf = (
  difference: PageDifference,
  { from, to }: { readonly from: PastMoment; readonly to: PastMoment },
): GradebookDiff => ({
  difference,
  journal: journalOf(difference.after.page),
  from,
  to,
  opened: difference.before === null,
  teachersBefore: teachersOf(difference.before),
  teachersAfter: teachersOf(difference.after),
  cells: difference.cells.map((cell) => {
    const lessonId = globalId('Lesson', cell.after.lesson);
    const studentId = globalId('Student', cell.after.student);
    return { lessonId, studentId, ...told(cell, (row) => cellOf(row, lessonId)) };
  }),
  lessons: difference.lessons.map((lesson) => told(lesson, lessonOf)),
  roster: difference.roster.map(({ before, after, events }) => ({
    studentId: globalId('Student', after.student),
    before: before?.stays ?? [],
    after: after.stays,
    events: events.map(eventAt),
  })),
  attestations: difference.attestations.map((attestation) => ({
    studentId: globalId('Student', attestation.after.student),
    ...told(attestation, attestationOf),
  })),
  events: difference.events.map(eventAt),
});

const eventsIn = ({ cells, lessons, roster, attestations, events }: PageDifference) => [
  ...[...cells, ...lessons, ...roster, ...attestations].flatMap((row) => row.events),
  ...events,
];

/** What happened to a page between two moments. */
@Resolver(() => GradebookDiff)
export class GradebookDiffResolver {
  @Access(reading)
  @Query(() => GradebookDiff, {
    nullable: true,
    description:
      'What happened to a page between two moments; null where it was not opened by the later one, or there is none to see. For who may read the history of marks.',
  })
  async gradebookDiff(
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('from', () => Moment, { description: 'The earlier moment.' }) from: Moment,
    @Arg('to', () => Moment, { description: 'The later moment.' }) to: Moment,
    @Ctx() context: Context,
  ): Promise<GradebookDiff | null> {
    const scope = pastScope(context, 'gradebook.read', 'Query.gradebookDiff');
    const span = await spanOf(context, from, to);
    const { log } = context.college();
    const past = await bounded(pastPage(log, scope, uuidOf('Journal', journalId), span.to.position));
    const difference = past && pageDifference(past.events, span.from.position, scope);
    return difference && diffOf(difference, span);
  }

  @Access(READING_ENTRIES)
  @FieldResolver(() => [AuditEntry], ENTRIES)
  async entries(
    @Root() { difference }: GradebookDiff,
    @Ctx() context: Context,
  ): Promise<readonly AuditEntry[]> {
    return await entriesBehind(context, eventsIn(difference));
  }
}
