import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { ATTENDANCE } from '../../src/runtime/live/feeds.ts';
import type { Touch } from '../../src/runtime/live/touch.ts';
import { Access } from '../access.ts';
import { globalId } from '../global-id.ts';
import { Position } from '../scalars.ts';
import { ChangedCell, changedCells } from './changed-cell.ts';
import { AFTER_POSITION, type Subscribing } from './following.ts';
import { pageChanges, type FollowedPage } from './page-changes.ts';
import type { PageView } from './page-view.ts';

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

/** Cells and lessons whose attendance became known. */
const told = (
  view: PageView,
  touched: readonly Touch[],
): Pick<AttendanceChange, 'cells' | 'takenLessonIds'> | null => {
  const known = touched.filter(({ type }) => ATTENDANCE.has(type));
  const cells = changedCells(view, known);
  const taken = known.filter(({ type }) => view.isWhole && type === 'AttendanceTaken');
  const takenLessonIds = [...new Set(taken.map(({ lesson }) => globalId('Lesson', lesson ?? '')))];
  return cells.length + takenLessonIds.length > 0 ? { cells, takenLessonIds } : null;
};

/** Who came, while it is being recorded. */
@Resolver()
export class AttendanceChangedResolver {
  @Access(reading)
  @Subscription(() => AttendanceChange, {
    description:
      'Absences and late arrivals of a page as they are recorded. Students and guardians are told of their own lines.',
    subscribe: ({ args, context }: Subscribing<FollowedPage>) =>
      pageChanges(context, args, 'attendance', told),
  })
  attendanceChanged(
    @Arg('journalId', () => ID, { description: 'The page.' }) _journalId: string,
    @Arg('after', () => Position, AFTER_POSITION) _after: bigint | null | undefined,
    @Root() change: AttendanceChange,
  ): AttendanceChange {
    return change;
  }
}
