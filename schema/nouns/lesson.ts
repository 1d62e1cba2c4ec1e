import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { LessonRow } from '../../projections/gradebook/rows.ts';
import { Access } from '../access.ts';
import { DeliveryForm, LessonStatus, WorkType } from '../enums/journal.ts';
import { AttendanceBasis } from '../enums/programme.ts';
import { globalId, globalIdOrNull } from '../global-id.ts';
import { LocalDate, LocalTime } from '../scalars.ts';

const reading = { capability: ['gradebook.read', 'diary.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'The topic of one kind of work at a lesson.' })
export class WorkTopic {
  @Access(reading)
  @Field(() => WorkType, { description: 'The kind of work.' })
  readonly workType!: LessonRow['workTypes'][number];

  @Access(reading)
  @Field(() => String, { description: 'Its topic.' })
  readonly topic!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A lesson (занятие).' })
export class Lesson {
  readonly substituteUuid!: string | null;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page it stands on.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its day in the timetable.' })
  readonly date!: string;

  @Access(reading)
  @Field(() => LocalTime, { description: 'When it starts.' })
  readonly startsAt!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Its length in academic hours.' })
  readonly academicHours!: number;

  @Access(reading)
  @Field(() => DeliveryForm, { description: 'How it is delivered.' })
  readonly deliveryForm!: LessonRow['deliveryForm'];

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Where.' })
  readonly room!: string | null;

  @Access(reading)
  @Field(() => LessonStatus, { description: 'Where it stands.' })
  readonly status!: LessonRow['status'];

  @Access(reading)
  @Field(() => LocalDate, { description: 'The last day on which its marks may be entered or changed.' })
  readonly marksUntil!: string;

  @Access(reading)
  @Field(() => [WorkType], { description: 'The kinds of work done; empty before the lesson.' })
  readonly workTypes!: LessonRow['workTypes'];

  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description: 'The topic; null before the lesson and where it was erased.',
  })
  readonly topic!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The homework, where any was set.' })
  readonly homework!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day the homework is due.' })
  readonly homeworkDueOn!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'How the homework is to be done.' })
  readonly homeworkManner!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Pages, numbers of tasks and exercises.' })
  readonly homeworkPages!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The topic of the thematic plan it follows.' })
  readonly planItemId!: string | null;

  @Access(reading)
  @Field(() => AttendanceBasis, { description: 'What attendance at it rests on.' })
  readonly attendanceBasis!: LessonRow['attendanceBasis'];

  @Access(reading)
  @Field(() => [WorkTopic], {
    description: 'The topics of its practical, laboratory, control and independent works.',
  })
  readonly workTopics!: readonly WorkTopic[];
}

/** A lesson as the API shows it. */
export const lessonOf = ({
  lesson,
  journal,
  substitute,
  planItem,
  workTopics,
  ...row
}: LessonRow): Lesson => ({
  ...row,
  id: globalId('Lesson', lesson),
  journalId: globalId('Journal', journal),
  substituteUuid: substitute,
  planItemId: globalIdOrNull('ThematicPlanItem', planItem),
  workTopics: Object.entries(workTopics).map(([workType, topic]) => ({
    // The fold names the kinds of work by the event's own names.
    workType: workType as WorkTopic['workType'],
    topic,
  })),
});
