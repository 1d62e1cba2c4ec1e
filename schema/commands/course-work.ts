import { Field, ID, InputType, Int } from 'type-graphql';
import { uuidOf } from '../global-id.ts';
import { FreeText, LocalDate, MarkValue } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType()
abstract class CourseWorkInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;
}

@InputType({ description: 'The topic of a course work.' })
class AssignCourseWorkTopicInput extends CourseWorkInput {
  @Field(() => FreeText, { description: 'The topic.' })
  readonly topic!: string;
}

@InputType({ description: 'The mark of a course work.' })
class RecordCourseWorkMarkInput extends CourseWorkInput {
  @Field(() => MarkValue, { description: 'The mark, on the scale of the page.' })
  readonly value!: string;

  @Field(() => LocalDate, { description: 'The day it was defended, or marked.' })
  readonly defendedOn!: string;
}

@InputType({ description: 'The mark of a course work to be replaced.' })
class CorrectCourseWorkMarkInput extends CourseWorkInput {
  @Field(() => MarkValue, { description: 'The mark, on the scale of the page.' })
  readonly value!: string;

  @Field(() => Int, { description: 'The revision of the course work as it was read.' })
  readonly expectedRevision!: number;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

const cellOf = ({ journalId, studentId }: CourseWorkInput) => ({
  journal: uuidOf('Journal', journalId),
  student: uuidOf('Student', studentId),
});

/** What is done to course works: a topic first, then a mark. */
export const courseWorkCommands = [
  defineCommand({
    one: 'assignCourseWorkTopic',
    many: 'assignCourseWorkTopics',
    description: 'Gives a student the topic of a course work, or another one before the mark.',
    capability: 'courseWork.record',
    input: AssignCourseWorkTopicInput,
    sideBySide: true,
    command: ({ topic, ...cell }) => ({
      command: { type: 'AssignCourseWorkTopic', data: { ...cellOf(cell), topic } },
      id: cell.studentId,
    }),
  }),
  defineCommand({
    one: 'recordCourseWorkMark',
    many: 'recordCourseWorkMarks',
    description: 'Gives the mark of a course work; one without a topic takes none.',
    capability: 'courseWork.record',
    input: RecordCourseWorkMarkInput,
    sideBySide: true,
    command: ({ value, defendedOn, ...cell }) => ({
      command: { type: 'RecordCourseWorkMark', data: { ...cellOf(cell), value, defendedOn } },
      id: cell.studentId,
    }),
  }),
  defineCommand({
    one: 'correctCourseWorkMark',
    many: 'correctCourseWorkMarks',
    description: 'Replaces the mark of a course work while its window is open, for a stated reason.',
    capability: 'courseWork.record',
    input: CorrectCourseWorkMarkInput,
    sideBySide: true,
    command: ({ value, expectedRevision, reason, ...cell }) => ({
      command: {
        type: 'CorrectCourseWorkMark',
        data: { ...cellOf(cell), value, expectedRevision, reason },
      },
      id: cell.studentId,
    }),
  }),
];
