import { Field, ID, InputType, Int } from 'type-graphql';
import type {
  FinalResult as ResultName,
  Supervised as Of,
} from '../../src/decisions/folds/final-qualification.ts';
import { FinalResult, Supervised } from '../enums/attestation.ts';
import { between } from '../bounds.ts';
import { uuidOf } from '../global-id.ts';
import { FreeText, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A supervisor to be named by an order.' })
class AppointSupervisorInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => ID, { description: 'The account of who supervises; it holds the role for it.' })
  readonly accountId!: string;

  @Field(() => Supervised, { description: 'What for.' })
  readonly of!: Of;

  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => OrderReference, { description: 'The order.' })
  readonly order!: string;
}

@InputType()
abstract class FinalResultInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => FinalResult, { description: 'What it ended in.' })
  readonly result!: ResultName;
}

@InputType()
abstract class CorrectFinalResultInput extends FinalResultInput {
  @Field(() => Int, { description: 'The revision of the final qualification as it was read.' })
  readonly expectedRevision!: number;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'The result of a thesis.' })
class RecordThesisResultInput extends FinalResultInput {
  @Field(() => LocalDate, { description: 'The day of the defence.' })
  readonly defendedOn!: string;
}

@InputType({ description: 'The result of a thesis to be replaced.' })
class CorrectThesisResultInput extends CorrectFinalResultInput {}

const POINTS = { nullable: true, description: 'Its points from 0 to 100, where it counts any.' } as const;

@InputType({ description: 'The result of a demonstration exam.' })
class RecordDemonstrationExamInput extends FinalResultInput {
  @Field(() => LocalDate, { description: 'The day of the exam.' })
  readonly heldOn!: string;

  @Field(() => Int, POINTS)
  readonly points?: number | null;
}

@InputType({ description: 'The result of a demonstration exam to be replaced.' })
class CorrectDemonstrationExamInput extends CorrectFinalResultInput {
  @Field(() => Int, POINTS)
  readonly points?: number | null;
}

const pointsOf = (points: number | null | undefined): number | null =>
  points === null || points === undefined ? null : between('points', points, 0, 100);

const student = (id: string) => uuidOf('Student', id);

/** What is done at the end of the studies: supervisors, theses, demonstration exams. */
export const finalQualificationCommands = [
  defineCommand({
    one: 'appointSupervisor',
    many: 'appointSupervisors',
    description:
      'Names by an order who supervises a thesis or a pre-diploma practice, and enters its result.',
    capability: 'supervisor.appoint',
    input: AppointSupervisorInput,
    command: ({ studentId, accountId, of, from, order }) => ({
      command: {
        type: 'AppointSupervisor',
        data: { student: student(studentId), account: uuidOf('Account', accountId), of, from, order },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'recordThesisResult',
    many: 'recordThesisResults',
    description: 'Enters the result of a thesis; only the supervisor whom an order names.',
    capability: 'finalQualification.record',
    input: RecordThesisResultInput,
    sideBySide: true,
    command: ({ studentId, result, defendedOn }) => ({
      command: { type: 'RecordThesisResult', data: { student: student(studentId), result, defendedOn } },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'correctThesisResult',
    many: 'correctThesisResults',
    description: 'Replaces the result of a thesis, for a stated reason.',
    capability: 'finalQualification.record',
    input: CorrectThesisResultInput,
    sideBySide: true,
    command: ({ studentId, result, expectedRevision, reason }) => ({
      command: {
        type: 'CorrectThesisResult',
        data: { student: student(studentId), result, expectedRevision, reason },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'recordDemonstrationExam',
    many: 'recordDemonstrationExams',
    description: 'Enters the result of a demonstration exam.',
    capability: 'demonstrationExam.record',
    input: RecordDemonstrationExamInput,
    sideBySide: true,
    command: ({ studentId, result, points, heldOn }) => ({
      command: {
        type: 'RecordDemonstrationExam',
        data: { student: student(studentId), result, points: pointsOf(points), heldOn },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'correctDemonstrationExam',
    many: 'correctDemonstrationExams',
    description: 'Replaces the result of a demonstration exam, for a stated reason.',
    capability: 'demonstrationExam.record',
    input: CorrectDemonstrationExamInput,
    sideBySide: true,
    command: ({ studentId, result, points, expectedRevision, reason }) => ({
      command: {
        type: 'CorrectDemonstrationExam',
        data: {
          student: student(studentId),
          result,
          points: pointsOf(points),
          expectedRevision,
          reason,
        },
      },
      id: studentId,
    }),
  }),
];
