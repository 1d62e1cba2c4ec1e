import { Field, ID, InputType } from 'type-graphql';
import type { ConductLesson } from '../../src/decisions/lesson.ts';
import { DeliveryForm, WorkType } from '../enums/journal.ts';
import { sized } from '../bounds.ts';
import { uuidOf } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

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

@InputType({ description: 'A lesson that took place.' })
class ConductLessonInput extends LessonInput {
  @Field(() => DeliveryForm, { description: 'How it was delivered.' })
  readonly deliveryForm!: ConductLesson['deliveryForm'];

  @Field(() => [WorkType], {
    description: 'The kinds of work done, at least one: what marks may be given for.',
  })
  readonly workTypes!: ConductLesson['workTypes'];

  @Field(() => FreeText, { description: 'The topic, from the thematic plan.' })
  readonly topic!: string;
}

@InputType({ description: 'The record of a lesson, corrected.' })
class CorrectLessonRecordInput extends ConductLessonInput {
  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'Homework.' })
class AssignHomeworkInput extends LessonInput {
  @Field(() => FreeText, { description: 'Content and manner of execution.' })
  readonly homework!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day it is due.' })
  readonly dueOn?: string | null;
}

/** Each kind once, and at least one. */
const kinds = (workTypes: ConductLesson['workTypes']): ConductLesson['workTypes'] => [
  ...new Set(sized('workTypes', workTypes, 1, 100)),
];

/** What a teacher does with a lesson. */
export const lessonCommands = [
  defineCommand({
    one: 'conductLesson',
    many: 'conductLessons',
    fromTemporaryJournal: true,
    description: 'Records that a lesson took place; only then it takes marks and absences.',
    capability: 'lesson.conduct',
    input: ConductLessonInput,
    command: ({ deliveryForm, workTypes, topic, ...lesson }) => ({
      command: {
        type: 'ConductLesson',
        data: { ...lessonOf(lesson), deliveryForm, workTypes: kinds(workTypes), topic },
      },
      id: lesson.lessonId,
    }),
  }),
  defineCommand({
    one: 'correctLessonRecord',
    many: 'correctLessonRecords',
    fromTemporaryJournal: true,
    description: 'Corrects the topic, kinds of work or form of a lesson that took place.',
    capability: 'lesson.conduct',
    input: CorrectLessonRecordInput,
    command: ({ deliveryForm, workTypes, topic, reason, ...lesson }) => ({
      command: {
        type: 'CorrectLessonRecord',
        data: { ...lessonOf(lesson), deliveryForm, workTypes: kinds(workTypes), topic, reason },
      },
      id: lesson.lessonId,
    }),
  }),
  defineCommand({
    one: 'assignHomework',
    many: 'assignHomeworks',
    fromTemporaryJournal: true,
    description: 'Sets homework at a lesson, or replaces its text.',
    capability: 'lesson.conduct',
    input: AssignHomeworkInput,
    command: ({ homework, dueOn = null, ...lesson }) => ({
      command: { type: 'AssignHomework', data: { ...lessonOf(lesson), homework, dueOn } },
      id: lesson.lessonId,
    }),
  }),
];
