import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AttendanceState } from '../../src/decisions/folds/attendance.ts';
import type { AttendanceDifference as Difference } from '../../projections/attendance/difference.ts';
import { Access } from '../access.ts';
import { AttendanceSummary, StudentAttendance } from '../attendance-summary.ts';
import { AbsenceClass, Attendance } from '../enums/journal.ts';
import { LocalDate } from '../scalars.ts';
import { EventAt } from './event-at.ts';
import { MomentInLog } from './moment-in-log.ts';
import { RegulationSetting } from './regulation-setting.ts';

const reading = { capability: 'attendance.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'A lesson that was held and that a student had to attend.',
})
export class AttendanceAtLesson {
  @Access(reading)
  @Field(() => LocalDate, { description: 'Its day.' })
  readonly date!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Its academic hours.' })
  readonly hours!: number;

  @Access(reading)
  @Field(() => Attendance, { description: 'What was entered; none: the student was there.' })
  readonly status!: AttendanceState['status'];

  @Access(reading)
  @Field(() => AbsenceClass, { description: 'Whether an absence is excused.' })
  readonly classified!: AttendanceState['classified'];

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours missed.' })
  readonly missedHours!: number;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Minutes late; null for who was not.' })
  readonly minutesLate!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A lesson that makes a difference; equal values mean that it was changed and changed back.',
})
export class LessonAttendanceDifference {
  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => AttendanceAtLesson, {
    nullable: true,
    description: 'As it was before; null: it was not held yet, or not to be attended.',
  })
  readonly before!: AttendanceAtLesson | null;

  @Access(reading)
  @Field(() => AttendanceAtLesson, {
    nullable: true,
    description: 'As it was after; null: it was moved away, cancelled, or no longer to be attended.',
  })
  readonly after!: AttendanceAtLesson | null;

  @Access(reading)
  @Field(() => [EventAt], { description: 'What made it so between, in the order of the log; never empty.' })
  readonly events!: readonly EventAt[];
}

@ObjectType({ simpleResolvers: true, description: 'A student to whose attendance anything happened.' })
export class StudentAttendanceDifference {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => StudentAttendance, { nullable: true, description: 'The totals before; null: no line yet.' })
  readonly before!: StudentAttendance | null;

  @Access(reading)
  @Field(() => StudentAttendance, {
    nullable: true,
    description: 'The totals after; null: no line any more.',
  })
  readonly after!: StudentAttendance | null;

  @Access(reading)
  @Field(() => [LessonAttendanceDifference], {
    description: 'The lessons behind it, by day; none where the rule alone is another one.',
  })
  readonly lessons!: readonly LessonAttendanceDifference[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What happened to the attendance of a group in a month between two moments: by student, what was touched, and nothing else.',
})
export class AttendanceDiff {
  readonly difference!: Difference;

  @Access(reading)
  @Field(() => MomentInLog, { description: 'The earlier moment; what happened at it is not told again.' })
  readonly from!: MomentInLog;

  @Access(reading)
  @Field(() => MomentInLog, { description: 'The later moment, itself included.' })
  readonly to!: MomentInLog;

  @Access(reading)
  @Field(() => AttendanceSummary, { description: 'The whole form as it stood before.' })
  readonly before!: AttendanceSummary;

  @Access(reading)
  @Field(() => AttendanceSummary, { description: 'The whole form as it stood after.' })
  readonly after!: AttendanceSummary;

  @Access(reading)
  @Field(() => RegulationSetting, { description: 'The rule by which a day was missed, as it held before.' })
  readonly ruleBefore!: RegulationSetting;

  @Access(reading)
  @Field(() => RegulationSetting, { description: 'The rule by which a day was missed, as it held after.' })
  readonly ruleAfter!: RegulationSetting;

  @Access(reading)
  @Field(() => [StudentAttendanceDifference], { description: 'By student.' })
  readonly students!: readonly StudentAttendanceDifference[];
}
