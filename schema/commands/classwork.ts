import { Field, ID, InputType } from 'type-graphql';
import type { IssueAssignment } from '../../src/decisions/assignment.ts';
import type { ReportMarkMistake } from '../../src/decisions/mistake-report.ts';
import type { RecordTopicDebt } from '../../src/decisions/topic-debt.ts';
import { sized } from '../bounds.ts';
import { WorkType } from '../enums/journal.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, LocalDate, MarkValue } from '../scalars.ts';
import { CellInput, cellOf } from './cell-input.ts';
import { defineCommand } from './define-command.ts';
import { LessonInput, lessonOf } from './lesson.ts';

@InputType({ description: 'A task for the students of a lesson.' })
class IssueAssignmentInput extends LessonInput {
  @Field(() => WorkType, { description: 'The kind of work: independent, control …' })
  readonly workType!: IssueAssignment['workType'];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is issued electronically.' })
  readonly electronic!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'The day it is due.' })
  readonly dueOn?: string | null;

  @Field(() => FreeText, { description: 'What is to be done.' })
  readonly contents!: string;
}

@InputType({ description: 'A task that was checked.' })
class CheckAssignmentInput {
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The task.' })
  readonly assignmentId!: string;

  @Field(() => [ID], { description: 'For whom it was checked, 1 to 500.' })
  readonly studentIds!: readonly string[];

  @Field(() => LocalDate, { description: 'When.' })
  readonly checkedOn!: string;
}

@InputType({ description: 'A topic or work that a student owes.' })
class RecordTopicDebtInput extends CellInput {
  @Field(() => WorkType, { description: 'The kind of work that is owed.' })
  readonly workType!: RecordTopicDebt['workType'];

  @Field(() => FreeText, { description: 'What is owed.' })
  readonly topic!: string;
}

@InputType({ description: 'A day to make topics up.' })
class SetMakeUpDayInput {
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Field(() => [ID], { description: 'The topic debts, 1 to 500.' })
  readonly debtIds!: readonly string[];

  @Field(() => LocalDate, { description: 'The day, today or later.' })
  readonly makeUpOn!: string;
}

@InputType({ description: 'A topic debt that was made up.' })
class ClearTopicDebtInput {
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The topic debt.' })
  readonly debtId!: string;

  @Field(() => MarkValue, { nullable: true, description: 'The resulting mark, if there is one.' })
  readonly value?: string | null;

  @Field(() => FreeText, { nullable: true, description: 'Why a mark that stands is replaced by it.' })
  readonly reason?: string | null;
}

@InputType({ description: 'A mark that was entered by mistake.' })
class ReportMarkMistakeInput extends CellInput {
  @Field(() => WorkType, { description: 'The kind of work it was given for.' })
  readonly workType!: ReportMarkMistake['workType'];

  @Field(() => FreeText, { description: 'What is wrong.' })
  readonly explanation!: string;
}

/** What is done around lessons: tasks, topic debts, reported mistakes. */
export const classworkCommands = [
  defineCommand({
    one: 'issueAssignment',
    many: 'issueAssignments',
    description: 'Issues an independent or control task at a lesson, on paper or electronically.',
    capability: 'lesson.conduct',
    input: IssueAssignmentInput,
    command: ({ workType, electronic, dueOn = null, contents, ...lesson }, created) => ({
      command: {
        type: 'IssueAssignment',
        data: { assignment: created, ...lessonOf(lesson), workType, electronic, dueOn, contents },
      },
      id: globalId('Assignment', created),
    }),
  }),
  defineCommand({
    one: 'checkAssignment',
    many: 'checkAssignments',
    description: 'Notes that a task was checked for some students.',
    capability: 'lesson.conduct',
    input: CheckAssignmentInput,
    command: ({ journalId, assignmentId, studentIds, checkedOn }) => ({
      command: {
        type: 'CheckAssignment',
        data: {
          journal: uuidOf('Journal', journalId),
          assignment: uuidOf('Assignment', assignmentId),
          students: sized('studentIds', studentIds, 1, 500).map((id) => uuidOf('Student', id)),
          checkedOn,
        },
      },
      id: assignmentId,
    }),
  }),
  defineCommand({
    one: 'recordTopicDebt',
    many: 'recordTopicDebts',
    description:
      'Notes that a student owes a topic or a work: no academic debt, and no matter of attestation.',
    capability: 'lesson.conduct',
    input: RecordTopicDebtInput,
    command: ({ workType, topic, ...cell }, created) => ({
      command: { type: 'RecordTopicDebt', data: { debt: created, ...cellOf(cell), workType, topic } },
      id: globalId('TopicDebt', created),
    }),
  }),
  defineCommand({
    one: 'setMakeUpDay',
    many: 'setMakeUpDays',
    description: 'Sets a make-up day (день отработки) for topic debts of a page.',
    capability: 'lesson.conduct',
    input: SetMakeUpDayInput,
    command: ({ journalId, debtIds, makeUpOn }) => ({
      command: {
        type: 'SetMakeUpDay',
        data: {
          journal: uuidOf('Journal', journalId),
          debts: sized('debtIds', debtIds, 1, 500).map((id) => uuidOf('TopicDebt', id)),
          makeUpOn,
        },
      },
      id: journalId,
    }),
  }),
  defineCommand({
    one: 'clearTopicDebt',
    many: 'clearTopicDebts',
    description: 'Clears a topic debt; the resulting mark goes into the cell of its lesson.',
    capability: 'lesson.conduct',
    input: ClearTopicDebtInput,
    command: ({ journalId, debtId, value = null, reason = null }) => ({
      command: {
        type: 'ClearTopicDebt',
        data: { journal: uuidOf('Journal', journalId), debt: uuidOf('TopicDebt', debtId), value, reason },
      },
      id: debtId,
    }),
  }),
  defineCommand({
    one: 'reportMarkMistake',
    many: 'reportMarkMistakes',
    description: 'Tells the teacher that an own mark was entered by mistake; the mark stands as it is.',
    capability: 'mark.report',
    input: ReportMarkMistakeInput,
    command: ({ workType, explanation, ...cell }) => ({
      command: { type: 'ReportMarkMistake', data: { ...cellOf(cell), workType, explanation } },
      id: cell.lessonId,
    }),
  }),
];
