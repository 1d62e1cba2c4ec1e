import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { timetabled, weeklyTimetables, type TimetableFilter } from '../projections/timetable/queries.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { uuidIfGiven } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { TimetableLesson, timetableLessonOf, WeeklyTimetable, weeklyTimetableOf } from './nouns/timetable.ts';
import { Label, LocalDate, Position } from './scalars.ts';
import { problem } from './errors/problem.ts';

const reading = { capability: 'timetable.read' } as const;

type Optional<Value> = Value | null | undefined;

@InputType({ description: 'Whose timetable; with several given, lessons of all of them at once.' })
class TimetableFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of a group.' })
  readonly groupId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a teacher or instructor, who may stand in or be stood in for.',
  })
  readonly teacherId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a student.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a room of the college’s list.' })
  readonly roomId?: string | null;

  @Field(() => Label, { nullable: true, description: 'Of a room, by its label.' })
  readonly room?: string | null;
}

/** The days of one question: a week of the whole college, half a year of one group, teacher, student or room. */
const [WHOLE, PART] = [7, 186];

const filterOf = (filter: Optional<TimetableFilterInput>): TimetableFilter => ({
  group: uuidIfGiven('StudyGroup', filter?.groupId),
  teacher: uuidIfGiven('Account', filter?.teacherId),
  student: uuidIfGiven('Student', filter?.studentId),
  roomId: uuidIfGiven('Room', filter?.roomId),
  room: filter?.room ?? undefined,
});

const demandStretch = (from: string, until: string, isPart: boolean): void => {
  const most = isPart ? PART : WHOLE;
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days + 1;
  if (days >= 1 && days <= most) return;
  throw isPart
    ? problem('DAYS_OUT_OF_BOUNDS', { most })
    : problem('TIMETABLE_TOO_LONG', { most, ofPart: PART });
};

/** The timetable: everyone sees it as far as they have to do with it (R-SCH-11). */
@Resolver()
export class TimetableResolver {
  @Access(reading)
  @Query(() => [TimetableLesson], {
    description:
      'The dated lessons between two days, by date and time: a week of the college, up to 186 days of a group, teacher, student or room. Students and guardians find only their own, as long.',
  })
  async timetable(
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last day.' }) until: string,
    @Arg('filter', () => TimetableFilterInput, { nullable: true, description: 'Whose, or which room’s.' })
    filter: Optional<TimetableFilterInput>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly TimetableLesson[]> {
    await reach(context, minPosition);
    const asked = filterOf(filter);
    const scope = scopeFor(context, 'timetable.read');
    demandStretch(from, until, !scope.everything || Object.values(asked).some((each) => each !== undefined));
    const rows = await timetabled(context.reader, scope, asked, from, until);
    return rows.map(timetableLessonOf);
  }

  @Access(reading)
  @Query(() => [WeeklyTimetable], {
    description: 'The weekly timetables, latest first; for those who see every lesson of the college.',
  })
  async weeklyTimetables(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly WeeklyTimetable[]> {
    await reach(context, minPosition);
    const rows = await weeklyTimetables(context.reader, scopeFor(context, 'timetable.read'));
    return rows.map(weeklyTimetableOf);
  }
}
