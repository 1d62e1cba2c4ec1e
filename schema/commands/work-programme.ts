import { Field, ID, InputType, Int } from 'type-graphql';
import type { PlanControlWork, SetGradingCriteria } from '../../src/decisions/work-programme.ts';
import { between, sized } from '../bounds.ts';
import { WorkType } from '../enums/journal.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, Label, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType()
abstract class OwnPageInput {
  @Field(() => ID, { description: 'A page of the course unit, in the own load.' })
  readonly journalId!: string;
}

@InputType({ description: 'A work programme for the course unit and year of a page.' })
class SetWorkProgrammeInput extends OwnPageInput {
  @Field(() => Int, { description: 'Its academic hours, 1 to 2,000.' })
  readonly hours!: number;

  @Field(() => FreeText, {
    description: 'Modules, topics, lessons, materials, homework and control works.',
  })
  readonly contents!: string;

  @Field(() => FreeText, { nullable: true, description: 'The codifier of elements of content.' })
  readonly codifier?: string | null;

  @Field(() => FreeText, { nullable: true, description: 'Why it is adjusted; needed where one stands.' })
  readonly reason?: string | null;
}

@InputType({ description: 'Grading criteria for the course unit of a page.' })
class SetGradingCriteriaInput extends OwnPageInput {
  @Field(() => [WorkType], { description: 'The kinds of work that are graded, at least one.' })
  readonly workTypes!: SetGradingCriteria['workTypes'];

  @Field(() => Int, { nullable: true, description: 'Within how many days works are checked, 0 to 60.' })
  readonly checkingDays?: number | null;

  @Field(() => FreeText, { description: 'What is required for each mark.' })
  readonly criteria!: string;
}

@InputType({ description: 'A control work for the schedule of a page.' })
class PlanControlWorkInput extends OwnPageInput {
  @Field(() => ID, { nullable: true, description: 'The control work, if it stands in the schedule already.' })
  readonly controlWorkId?: string | null;

  @Field(() => WorkType, { description: 'The kind of work.' })
  readonly workType!: PlanControlWork['workType'];

  @Field(() => LocalDate, { description: 'Its day.' })
  readonly plannedOn!: string;

  @Field(() => FreeText, { nullable: true, description: 'What it is about.' })
  readonly topic?: string | null;

  @Field(() => FreeText, { nullable: true, description: 'Why it is moved; needed where it stands already.' })
  readonly reason?: string | null;
}

@InputType({ description: 'A control work to be taken out of the schedule.' })
class DropControlWorkInput extends OwnPageInput {
  @Field(() => ID, { description: 'The control work.' })
  readonly controlWorkId!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'Hours of a page for a teacher who has it.' })
class AssignTeachingLoadInput {
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The account of the teacher.' })
  readonly accountId!: string;

  @Field(() => Int, { description: 'Academic hours, 0 to 2,000.' })
  readonly hours!: number;

  @Field(() => Label, { nullable: true, description: 'The load tariff (тарификация), by its reference.' })
  readonly tariff?: string | null;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

/** What is done to work programmes, criteria, schedules of control works, and the teaching load. */
export const workProgrammeCommands = [
  defineCommand({
    one: 'setWorkProgramme',
    many: 'setWorkProgrammes',
    description: 'Writes or adjusts the work programme of a course unit for an academic year.',
    capability: 'thematicPlan.set',
    input: SetWorkProgrammeInput,
    command: ({ journalId, hours, contents, codifier = null, reason = null }) => ({
      command: {
        type: 'SetWorkProgramme',
        data: {
          journal: uuidOf('Journal', journalId),
          hours: between('hours', hours, 1, 2000),
          contents,
          codifier,
          reason,
        },
      },
      id: journalId,
    }),
  }),
  defineCommand({
    one: 'setGradingCriteria',
    many: 'setGradingCriteriaOfMany',
    description:
      'Defines what is asked of an answer, which works are graded, and until when they are checked.',
    capability: 'thematicPlan.set',
    input: SetGradingCriteriaInput,
    command: ({ journalId, workTypes, checkingDays = null, criteria }) => ({
      command: {
        type: 'SetGradingCriteria',
        data: {
          journal: uuidOf('Journal', journalId),
          workTypes: [...new Set(sized('workTypes', workTypes, 1, 100))],
          checkingDays: checkingDays === null ? null : between('checkingDays', checkingDays, 0, 60),
          criteria,
        },
      },
      id: journalId,
    }),
  }),
  defineCommand({
    one: 'planControlWork',
    many: 'planControlWorks',
    description: 'Puts a control work into the schedule of a page, or moves it to another day.',
    capability: 'thematicPlan.set',
    input: PlanControlWorkInput,
    command: ({ journalId, controlWorkId, workType, plannedOn, topic = null, reason = null }, created) => {
      const controlWork = uuidOrNull('ControlWork', controlWorkId) ?? created;
      return {
        command: {
          type: 'PlanControlWork',
          data: { journal: uuidOf('Journal', journalId), controlWork, workType, plannedOn, topic, reason },
        },
        id: globalId('ControlWork', controlWork),
      };
    },
  }),
  defineCommand({
    one: 'dropControlWork',
    many: 'dropControlWorks',
    description: 'Takes a control work out of the schedule of a page.',
    capability: 'thematicPlan.set',
    input: DropControlWorkInput,
    command: ({ journalId, controlWorkId, reason }) => ({
      command: {
        type: 'DropControlWork',
        data: {
          journal: uuidOf('Journal', journalId),
          controlWork: uuidOf('ControlWork', controlWorkId),
          reason,
        },
      },
      id: controlWorkId,
    }),
  }),
  defineCommand({
    one: 'assignTeachingLoad',
    many: 'assignTeachingLoads',
    description: 'Gives a teacher so many hours of a page they have.',
    capability: 'teachingLoad.set',
    input: AssignTeachingLoadInput,
    command: ({ journalId, accountId, hours, tariff = null, order = null }) => ({
      command: {
        type: 'AssignTeachingLoad',
        data: {
          journal: uuidOf('Journal', journalId),
          account: uuidOf('Account', accountId),
          hours: between('hours', hours, 0, 2000),
          tariff,
          order,
        },
      },
      id: journalId,
    }),
  }),
];
