import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { attendanceDays } from '../projections/attendance/attended.ts';
import { pagesEverOf } from '../projections/attendance/queries-past.ts';
import { attendanceSummary, daysOf } from '../projections/attendance/queries.ts';
import {
  summarise,
  type AttendanceSummary as Summary,
  type StudentAttendance as Line,
} from '../projections/attendance/summary.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import type { Days } from '../src/policies/academic-year.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { attendanceAsOf } from '../src/runtime/past/attendance.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Student } from './nouns/student.ts';
import {
  AS_OF,
  AS_OF_POSITION,
  asOfIn,
  bounded,
  pastScope,
  regulationThen,
  type PastMoment,
} from './past.ts';
import { Instant, LocalDate, Month, Position } from './scalars.ts';

const reading = { capability: 'attendance.read' } as const;

type Optional<Value> = Value | null | undefined;

@ObjectType({ simpleResolvers: true, description: 'Academic hours missed on a day.' })
class HoursMissed {
  @Access(reading)
  @Field(() => LocalDate, { description: 'The day.' })
  readonly date!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours.' })
  readonly hours!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A line of the form of attendance: days, lessons and hours are three units.',
})
export class StudentAttendance {
  readonly uuid!: string;
  /** Which days of which group it counts, and as of when; `null` where nobody asks. */
  readonly of!: (Days & { readonly group: string; readonly moment: PastMoment | null }) | null;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => Int, {
    description: 'Days missed: with all their lessons or with any, as the regulation says.',
  })
  readonly daysMissed!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Lessons missed.' })
  readonly lessonsMissed!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours missed.' })
  readonly hoursMissed!: number;

  @Access(reading)
  @Field(() => [HoursMissed], { description: 'Hours by day; days on which nothing was missed are left out.' })
  readonly hoursByDate!: readonly HoursMissed[];

  @Access(reading)
  @Field(() => Int, { description: 'Hours missed for a valid reason.' })
  readonly excusedHours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Hours missed without a valid reason.' })
  readonly unexcusedHours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Hours the curator has not classified.' })
  readonly unclassifiedHours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Late arrivals: counted apart, not as absences.' })
  readonly lateArrivals!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Attendance of a group in a month (Форма 2).' })
export class AttendanceSummary {
  @Access(reading)
  @Field(() => [StudentAttendance], { description: 'A line for every student for whom a lesson was held.' })
  readonly students!: readonly StudentAttendance[];

  @Access(reading)
  @Field(() => Int, {
    description: 'Person-hours: hours of the lessons held, times the students who had to attend.',
  })
  readonly personHours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Hours missed in all.' })
  readonly missedHours!: number;

  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description: 'Per cent of the person-hours, one place, rounded half up.',
  })
  readonly missedPercent!: string | null;

  @Access(reading)
  @Field(() => Int, { description: 'Hours missed without a valid reason.' })
  readonly unexcusedHours!: number;

  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description: 'Per cent of the person-hours, one place, rounded half up.',
  })
  readonly unexcusedPercent!: string | null;
}

/** A line of the form as the API shows it. */
export const attendanceLineOf = (
  { student, ...line }: Line,
  of: StudentAttendance['of'] = null,
): StudentAttendance => ({
  ...line,
  of,
  uuid: student,
  studentId: globalId('Student', student),
});

/** The form as the API shows it. */
export const attendanceSummaryOf = (summary: Summary, of: StudentAttendance['of']): AttendanceSummary => ({
  ...summary,
  students: summary.students.map((line) => attendanceLineOf(line, of)),
});

const pastSummary = async (
  context: Context,
  group: string,
  month: string,
  moment: PastMoment,
): Promise<Summary> => {
  const scope = pastScope(context, 'attendance.read', 'Query.attendanceSummary');
  const journals = await pagesEverOf(context.reader, scope, group);
  const of = { group, journals, ...daysOf(month) };
  const { lessons } = await bounded(attendanceAsOf(context.college().log, scope, of, moment.position));
  const { on } = await regulationThen(context, moment);
  return summarise(attendanceDays(lessons), on(`${month}-01`).value('attendance.missedDay'));
};

/** Attendance of groups. */
@Resolver(() => StudentAttendance)
export class AttendanceSummaryResolver {
  @Access(reading)
  @Query(() => AttendanceSummary, {
    description:
      'Attendance of a group in a month; announced absences and cancelled lessons are not counted.',
  })
  async attendanceSummary(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('month', () => Month, { description: 'The month.' }) month: string,
    @Arg('asOf', () => Instant, AS_OF) asOf: Optional<string>,
    @Arg('asOfPosition', () => Position, AS_OF_POSITION) asOfPosition: Optional<bigint>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<AttendanceSummary> {
    await reach(context, minPosition);
    const group = uuidOf('StudyGroup', groupId);
    const moment = await asOfIn(context, asOf, asOfPosition);
    const of = { group, ...daysOf(month), moment };
    if (moment !== null) return attendanceSummaryOf(await pastSummary(context, group, month, moment), of);
    const { id, stateOf } = context.college();
    const regulation = regulationAt(await stateOf(regulations, id), `${month}-01`);
    const missedDay = regulation.value('attendance.missedDay');
    const scope = scopeFor(context, 'attendance.read');
    return attendanceSummaryOf(
      await attendanceSummary(context.reader, scope, { group, month, missedDay }),
      of,
    );
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { uuid }: StudentAttendance, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, uuid);
  }
}
