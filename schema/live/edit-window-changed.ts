import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { editWindows, type EditWindowOn } from '../../projections/edit-windows/queries.ts';
import { journalsIn } from '../../projections/gradebook/queries.ts';
import type { PageRow } from '../../projections/gradebook/rows.ts';
import { pageTopic, periodTopic, type Touch } from '../../src/runtime/live/touch.ts';
import { Access } from '../access.ts';
import { scopeFor, type Context } from '../context.ts';
import { EditWindow, windowOf } from '../edit-windows.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { Position } from '../scalars.ts';
import { AFTER_POSITION, following, liveOf, type Subscribing } from './following.ts';
import type { FollowedPage } from './page-changes.ts';

const reading = { capability: 'editWindow.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'Edit windows of a page that opened, closed, moved or were granted, as they stand today.',
})
export class EditWindowChange {
  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Position, {
    description: 'Everything up to here has been told: the `after` to come back with.',
  })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => [ID], {
    nullable: true,
    description:
      'The lessons it is about; null: the whole page, because of its period, a grant, or a new day.',
  })
  readonly lessonIds!: readonly string[] | null;

  @Access(reading)
  @Field(() => [EditWindow], {
    description: 'What there is now in place of the windows the client holds of them.',
  })
  readonly windows!: readonly EditWindow[];
}

const pageIn = async (context: Context, journal: string): Promise<PageRow | null> => {
  const scope = scopeFor(context, 'editWindow.read');
  const [page] = await journalsIn(context.reader, scope, { journals: [journal] }, { limit: 1 });
  return page ?? null;
};

const LESSONS: ReadonlySet<string> = new Set(['LessonScheduled', 'LessonMoved', 'LessonCancelled']);

const OTHERS: ReadonlySet<string> = new Set([
  'AttestationPeriodSet',
  'AttestationPeriodLocked',
  'AttestationPeriodReopened',
  'AttestationSheetCompleted',
  'EditWindowGranted',
  'EditWindowGrantRevoked',
]);

/** The lessons whose windows may differ now, `null` for the whole page; nothing where none does. */
const affected = (touched: readonly Touch[]): { readonly lessons: ReadonlySet<string> | null } | null => {
  if (touched.some(({ type }) => OTHERS.has(type))) return { lessons: null };
  const lessons = new Set(
    touched.flatMap(({ type, lesson }) => (LESSONS.has(type) && lesson ? [lesson] : [])),
  );
  return lessons.size > 0 ? { lessons } : null;
};

const isOf = (lessons: ReadonlySet<string> | null, { lesson }: EditWindowOn): boolean =>
  lessons === null || (lesson !== null && lessons.has(lesson));

/** The changes of a page's windows; a new day changes them all. */
async function* editWindowChanges(
  context: Context,
  asked: FollowedPage,
): AsyncGenerator<EditWindowChange, void> {
  const journal = uuidOf('Journal', asked.journalId);
  const found = await pageIn(context, journal);
  let toldOn = await context.college().today();
  let today = toldOn;
  yield* following<EditWindowChange>(context, asked.after, {
    channel: 'edit-windows',
    topics: [pageTopic(journal), ...(found ? [periodTopic(found.period)] : [])],
    begin: async (now) => await now.college().log.head(now.college().id),
    may: async (now) => (await pageIn(now, journal)) !== null,
    async since(now, after, reached) {
      const position = after > reached ? after : reached;
      const period = found?.period ?? journal;
      today = await now.college().today();
      const touched =
        position === after ? [] : await liveOf(now).touched({ journal, period }, after, position);
      const of = today === toldOn ? affected(touched) : { lessons: null };
      if (!of) return { position, change: null };
      const rows = await editWindows(now.reader, scopeFor(now, 'editWindow.read'), { journal }, today);
      const change = {
        journalId: globalId('Journal', journal),
        position,
        lessonIds: of.lessons && [...of.lessons].map((lesson) => globalId('Lesson', lesson)),
        windows: rows.filter((row) => isOf(of.lessons, row)).map(windowOf),
      };
      return { position, change };
    },
    told: () => {
      toldOn = today;
    },
  });
}

/** What is open until when, while it changes. */
@Resolver()
export class EditWindowChangedResolver {
  @Access(reading)
  @Subscription(() => EditWindowChange, {
    description: 'The edit windows of a page, as grants, locks, the timetable and the days change them.',
    subscribe: ({ args, context }: Subscribing<FollowedPage>) => editWindowChanges(context, args),
  })
  editWindowChanged(
    @Arg('journalId', () => ID, { description: 'The page.' }) _journalId: string,
    @Arg('after', () => Position, AFTER_POSITION) _after: bigint | null | undefined,
    @Root() change: EditWindowChange,
  ): EditWindowChange {
    return change;
  }
}
