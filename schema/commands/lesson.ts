import { Field, ID, InputType } from 'type-graphql';
import type { ConductLesson } from '../../src/decisions/lesson.ts';
import { DeliveryForm, WorkType } from '../enums/journal.ts';
import { sized } from '../bounds.ts';
import { AttendanceBasis } from '../enums/programme.ts';
import { uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { problem } from '../errors/problem.ts';

@InputType()
export abstract class LessonInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;
}

/** The lesson an input names. */
export const lessonOf = ({ journalId, lessonId }: LessonInput) => ({
  journal: uuidOf('Journal', journalId),
  lesson: uuidOf('Lesson', lessonId),
});

@InputType({ description: 'The topics of single kinds of work at a lesson.' })
class WorkTopicsInput {
  @Field(() => FreeText, { nullable: true, description: 'Of the practical work.' })
  readonly practical?: string | null;

  @Field(() => FreeText, { nullable: true, description: 'Of the laboratory work.' })
  readonly laboratory?: string | null;

  @Field(() => FreeText, { nullable: true, description: 'Of the control work.' })
  readonly control?: string | null;

  @Field(() => FreeText, { nullable: true, description: 'Of the independent work.' })
  readonly independent?: string | null;
}

@InputType({ description: 'A lesson that took place.' })
class ConductLessonInput extends LessonInput {
  @Field(() => DeliveryForm, { description: 'How it was delivered.' })
  readonly deliveryForm!: ConductLesson['deliveryForm'];

  @Field(() => [WorkType], {
    description: 'The kinds of work done, at least one: what marks may be given for.',
  })
  readonly workTypes!: ConductLesson['workTypes'];

  @Field(() => FreeText, {
    nullable: true,
    description: 'The topic; left out: that of the plan, which then has to be named.',
  })
  readonly topic?: string | null;

  @Field(() => ID, { nullable: true, description: 'The topic of the page’s thematic plan that it follows.' })
  readonly planItemId?: string | null;

  @Field(() => AttendanceBasis, {
    nullable: true,
    description: 'What attendance rests on; left out: what the form of delivery recommends.',
  })
  readonly attendanceBasis?: ConductLesson['attendanceBasis'];

  @Field(() => WorkTopicsInput, { nullable: true, description: 'Topics of single kinds of work.' })
  readonly workTopics?: WorkTopicsInput | null;
}

@InputType({ description: 'The record of a lesson, corrected.' })
class CorrectLessonRecordInput extends ConductLessonInput {
  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'Homework.' })
class AssignHomeworkInput extends LessonInput {
  @Field(() => FreeText, { description: 'Its content.' })
  readonly homework!: string;

  @Field(() => FreeText, { nullable: true, description: 'How it is to be done.' })
  readonly manner?: string | null;

  @Field(() => FreeText, { nullable: true, description: 'Pages, numbers of tasks and exercises.' })
  readonly pages?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it is due.' })
  readonly dueOn?: string | null;
}

/** Each kind once, and at least one. */
const kinds = (workTypes: ConductLesson['workTypes']): ConductLesson['workTypes'] => [
  ...new Set(sized('workTypes', workTypes, 1, 100)),
];

/** The record of a lesson that an input tells; a topic has to come from somewhere. */
const recordOf = ({ deliveryForm, workTypes, topic = null, ...input }: ConductLessonInput) => {
  const { planItemId, attendanceBasis = null, workTopics } = input;
  const planItem = uuidOrNull('ThematicPlanItem', planItemId);
  if (topic === null && planItem === null)
    throw problem('NAME_ONE_OF', { arguments: ['topic', 'planItemId'] });
  const topics = Object.entries(workTopics ?? {}).filter(([, text]) => typeof text === 'string');
  return {
    ...lessonOf(input),
    deliveryForm,
    workTypes: kinds(workTypes),
    topic,
    planItem,
    attendanceBasis,
    workTopics: Object.fromEntries(topics),
  };
};

/** What a teacher does with a lesson. */
export const lessonCommands = [
  defineCommand({
    one: 'conductLesson',
    many: 'conductLessons',
    fromTemporaryJournal: true,
    description: 'Records that a lesson took place; only then it takes marks and absences.',
    capability: 'lesson.conduct',
    input: ConductLessonInput,
    command: (input) => ({
      command: { type: 'ConductLesson', data: recordOf(input) },
      id: input.lessonId,
    }),
  }),
  defineCommand({
    one: 'correctLessonRecord',
    many: 'correctLessonRecords',
    fromTemporaryJournal: true,
    description: 'Corrects the topic, kinds of work or form of a lesson that took place.',
    capability: 'lesson.conduct',
    input: CorrectLessonRecordInput,
    command: ({ reason, ...input }) => ({
      command: { type: 'CorrectLessonRecord', data: { ...recordOf(input), reason } },
      id: input.lessonId,
    }),
  }),
  defineCommand({
    one: 'assignHomework',
    many: 'assignHomeworkToLessons',
    fromTemporaryJournal: true,
    description: 'Sets homework at a lesson, or replaces its text.',
    capability: 'lesson.conduct',
    input: AssignHomeworkInput,
    command: ({ homework, dueOn = null, manner = null, pages = null, ...lesson }) => ({
      command: { type: 'AssignHomework', data: { ...lessonOf(lesson), homework, dueOn, manner, pages } },
      id: lesson.lessonId,
    }),
  }),
];
