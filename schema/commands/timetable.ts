import { Field, ID, InputType, Int } from 'type-graphql';
import type { ScheduleLesson } from '../../src/decisions/scheduling.ts';
import { between } from '../bounds.ts';
import { DeliveryForm } from '../enums/journal.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, Label, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { LessonInput, lessonOf } from './lesson.ts';
import { PlaceInput, placeOf, TimeInput, timeOf } from './place-input.ts';

@InputType({ description: 'A lesson for the timetable of a page.' })
class ScheduleLessonInput extends PlaceInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => LocalDate, { description: 'The day; within the attestation period.' })
  readonly date!: string;

  @Field(() => Int, { defaultValue: 2, description: 'Its length in academic hours, 1 to 12.' })
  readonly academicHours!: number;

  @Field(() => DeliveryForm, { description: 'How it will be delivered.' })
  readonly deliveryForm!: ScheduleLesson['deliveryForm'];
}

@InputType({ description: 'A lesson to be moved to another time, place or teacher.' })
class MoveLessonInput extends TimeInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Field(() => LocalDate, { description: 'The new day, or the same.' })
  readonly date!: string;

  @Field(() => Label, {
    nullable: true,
    description:
      'Where, as people call it; a number that one room of the list has is that room. Null: no room; left out with `roomId`: where it would have been.',
  })
  readonly room?: string | null;

  @Field(() => ID, { nullable: true, description: 'A room of the college’s list; instead of the label.' })
  readonly roomId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Which teacher of the page. Null: all who have it in their load; left out: who would have taught it.',
  })
  readonly teacherId?: string | null;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A lesson to be cancelled.' })
class CancelLessonInput extends LessonInput {
  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A substitute for a lesson.' })
class AssignSubstituteInput extends LessonInput {
  @Field(() => ID, { description: 'The account of the colleague.' })
  readonly accountId!: string;

  @Field(() => FreeText, { nullable: true, description: 'Why.' })
  readonly reason?: string | null;
}

/** What is done to dated lessons. */
export const timetableCommands = [
  defineCommand({
    one: 'scheduleLesson',
    many: 'scheduleLessons',
    description:
      'Puts a lesson into the timetable; its marks get their last day here. Refused where its group, teacher or room is needed elsewhere.',
    capability: 'lesson.schedule',
    input: ScheduleLessonInput,
    command: ({ journalId, date, academicHours, deliveryForm, ...place }, created) => ({
      command: {
        type: 'ScheduleLesson',
        data: {
          journal: uuidOf('Journal', journalId),
          lesson: created,
          date,
          academicHours: between('academicHours', academicHours, 1, 12),
          deliveryForm,
          ...placeOf(place),
        },
      },
      id: globalId('Lesson', created),
    }),
  }),
  defineCommand({
    one: 'moveLesson',
    many: 'moveLessons',
    description:
      'Moves a lesson that has not been held, to another time, place or teacher; a closed window is not opened by a move.',
    capability: 'lesson.schedule',
    input: MoveLessonInput,
    command: ({ journalId, lessonId, date, reason, room, roomId, teacherId, ...time }) => ({
      command: {
        type: 'MoveLesson',
        data: {
          ...lessonOf({ journalId, lessonId }),
          ...timeOf(time),
          date,
          reason,
          ...(room !== undefined && { room }),
          ...(roomId !== undefined && { roomId: uuidOrNull('Room', roomId) }),
          ...(teacherId !== undefined && { teacher: uuidOrNull('Account', teacherId) }),
        },
      },
      id: lessonId,
    }),
  }),
  defineCommand({
    one: 'cancelLesson',
    many: 'cancelLessons',
    description: 'Cancels a lesson; one that was held only when nothing stands on it any more.',
    capability: ['lesson.schedule', 'substitution.assign'],
    input: CancelLessonInput,
    command: ({ reason, ...lesson }) => ({
      command: { type: 'CancelLesson', data: { ...lessonOf(lesson), reason } },
      id: lesson.lessonId,
    }),
  }),
  defineCommand({
    one: 'assignSubstitute',
    many: 'assignSubstitutes',
    description:
      'Lets a colleague stand in at one lesson, with a right over that lesson only; refused while they teach elsewhere.',
    capability: 'substitution.assign',
    input: AssignSubstituteInput,
    command: ({ accountId, reason = null, ...lesson }) => ({
      command: {
        type: 'AssignSubstitute',
        data: { ...lessonOf(lesson), account: uuidOf('Account', accountId), reason },
      },
      id: lesson.lessonId,
    }),
  }),
];
