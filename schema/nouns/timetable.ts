import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { TimetabledLesson } from '../../projections/timetable/queries.ts';
import type { TimetableEntryRow, WeeklyTimetableRow } from '../../projections/timetable/rows.ts';
import { Access } from '../access.ts';
import { DeliveryForm, LessonStatus } from '../enums/journal.ts';
import { Weeks } from '../enums/timetable.ts';
import { globalId, globalIdOrNull } from '../global-id.ts';
import { LocalDate, LocalTime } from '../scalars.ts';

const reading = { capability: 'timetable.read' } as const;

/** What a dated lesson and one of a weekly timetable have in common. */
@ObjectType({ simpleResolvers: true })
abstract class Timetabled {
  readonly teacherUuids!: readonly string[];

  @Access(reading)
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => LocalTime, { description: 'When it starts.' })
  readonly startsAt!: string;

  @Access(reading)
  @Field(() => LocalTime, { description: 'When it ends.' })
  readonly endsAt!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Its length in academic hours.' })
  readonly academicHours!: number;

  @Access(reading)
  @Field(() => DeliveryForm, { description: 'How it is delivered.' })
  readonly deliveryForm!: TimetabledLesson['deliveryForm'];

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Where.' })
  readonly room!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The room, where it is on the college’s list.' })
  readonly roomId!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A dated lesson in the timetable (расписание).' })
export class TimetableLesson extends Timetabled {
  readonly courseUnitUuid!: string;
  readonly substituteUuid!: string | null;

  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its day.' })
  readonly date!: string;

  @Access(reading)
  @Field(() => LessonStatus, { description: 'Where it stands.' })
  readonly status!: TimetabledLesson['status'];

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The group; none for a list of students.' })
  readonly groupId!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The name of the group.' })
  readonly groupName!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The subgroup, where it is for a part of the group.' })
  readonly subgroup!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A lesson of a weekly timetable.' })
export class TimetableEntry extends Timetabled {
  readonly journalUuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => Int, { description: 'The weekday: 1 is Monday.' })
  readonly weekday!: number;

  @Access(reading)
  @Field(() => Weeks, { description: 'In which weeks.' })
  readonly weeks!: TimetableEntryRow['weeks'];

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'The number of its pair, where it goes by the bells.' })
  readonly pair!: number | null;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'Its last day; null while it goes on.' })
  readonly lastDay!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A weekly timetable, from which dated lessons are made.' })
export class WeeklyTimetable {
  readonly uuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => String, { description: 'What people call it.' })
  readonly title!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its first day; the week of it is odd.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'When it was approved as it stands.' })
  readonly approvedOn!: string | null;

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day for which lessons were ever made from it.',
  })
  readonly generatedUntil!: string | null;
}

/** A dated lesson as the API shows it. */
export const timetableLessonOf = ({
  lesson,
  journal,
  group,
  courseUnit,
  roomId,
  teachers,
  substitute,
  ...row
}: TimetabledLesson): TimetableLesson => ({
  ...row,
  lessonId: globalId('Lesson', lesson),
  journalId: globalId('Journal', journal),
  groupId: globalIdOrNull('StudyGroup', group),
  roomId: globalIdOrNull('Room', roomId),
  courseUnitUuid: courseUnit,
  teacherUuids: teachers,
  substituteUuid: substitute,
});

/** A lesson of a weekly timetable as the API shows it. */
export const timetableEntryOf = ({
  entry,
  timetable: _,
  journal,
  roomId,
  teachers,
  ...row
}: TimetableEntryRow): TimetableEntry => ({
  ...row,
  id: globalId('TimetableEntry', entry),
  journalUuid: journal,
  journalId: globalId('Journal', journal),
  roomId: globalIdOrNull('Room', roomId),
  teacherUuids: teachers,
});

/** A weekly timetable as the API shows it. */
export const weeklyTimetableOf = ({ timetable, ...row }: WeeklyTimetableRow): WeeklyTimetable => ({
  ...row,
  uuid: timetable,
  id: globalId('Timetable', timetable),
});
