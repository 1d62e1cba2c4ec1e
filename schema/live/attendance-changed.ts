import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { ATTENDANCE } from '../../src/runtime/live/feeds.ts';
import { pageTopic } from '../../src/runtime/live/touch.ts';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { Position } from '../scalars.ts';
import { ChangedCell, changedCells } from './changed-cell.ts';
import { AFTER_POSITION, following, liveOf, type Subscribing } from './following.ts';
import { viewedPage } from './page-view.ts';

const reading = { capability: ['gradebook.read', 'diary.read'] } as const;
const readingPages = { capability: 'gradebook.read', deny: 'null' } as const;

@ObjectType({ simpleResolvers: true, description: 'What became known of who came, as it stands now.' })
export class AttendanceChange {
  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Position, {
    description: 'Everything up to here has been told: the `after` to come back with.',
  })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => [ChangedCell], {
    description: 'Cells in which an absence or a late arrival was entered, taken back or classified.',
  })
  readonly cells!: readonly ChangedCell[];

  @Access(readingPages)
  @Field(() => [ID], {
    nullable: true,
    description: 'Lessons whose attendance was taken as a whole: whoever is in no cell was there.',
  })
  readonly takenLessonIds!: readonly string[] | null;
}

interface Asked {
  readonly journalId: string;
  readonly after?: bigint | null;
}

/** The changes of attendance on a page, as far as the viewer sees it. */
async function* attendanceChanges(context: Context, asked: Asked): AsyncGenerator<AttendanceChange, void> {
  const journal = uuidOf('Journal', asked.journalId);
  yield* following<AttendanceChange>(context, asked.after, {
    channel: 'attendance',
    topics: [pageTopic(journal)],
    begin: async (now) => (await viewedPage(now, journal))?.page.page.revision ?? 0n,
    may: async (now) => (await viewedPage(now, journal)) !== null,
    async since(now, after, reached) {
      const view = await viewedPage(now, journal);
      if (!view) return { position: after, change: null };
      const { revision, period } = view.page.page;
      const position = [after, reached, revision].reduce((a, b) => (a > b ? a : b));
      if (position === after) return { position, change: null };
      const touched = (await liveOf(now).touched({ journal, period }, after, position)).filter(
        (touch) => touch.journal === journal && ATTENDANCE.has(touch.type),
      );
      const cells = changedCells(view, touched);
      const taken = touched.filter(({ type }) => view.isWhole && type === 'AttendanceTaken');
      const takenLessonIds = [...new Set(taken.map(({ lesson }) => globalId('Lesson', lesson ?? '')))];
      const isNews = cells.length + takenLessonIds.length > 0;
      return {
        position,
        change: isNews ? { journalId: globalId('Journal', journal), position, cells, takenLessonIds } : null,
      };
    },
  });
}

/** Who came, while it is being recorded. */
@Resolver()
export class AttendanceChangedResolver {
  @Access(reading)
  @Subscription(() => AttendanceChange, {
    description:
      'Absences and late arrivals of a page as they are recorded. Students and guardians are told of their own lines.',
    subscribe: ({ args, context }: Subscribing<Asked>) => attendanceChanges(context, args),
  })
  attendanceChanged(
    @Arg('journalId', () => ID, { description: 'The page.' }) _journalId: string,
    @Arg('after', () => Position, AFTER_POSITION) _after: bigint | null | undefined,
    @Root() change: AttendanceChange,
  ): AttendanceChange {
    return change;
  }
}
