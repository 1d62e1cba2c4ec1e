import { Field, ID, InputType, Int } from 'type-graphql';
import { v5 } from 'uuid';
import type { PlannedTopic } from '../../src/decisions/thematic-plan.ts';
import { between, sized } from '../bounds.ts';
import { WorkType } from '../enums/journal.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A topic of a thematic plan.' })
class PlannedTopicInput {
  @Field(() => ID, { nullable: true, description: 'The topic, if it stands in the plan already.' })
  readonly itemId?: string | null;

  @Field(() => FreeText, { description: 'The topic.' })
  readonly topic!: string;

  @Field(() => Int, { description: 'Academic hours, 1 to 400.' })
  readonly hours!: number;

  @Field(() => [WorkType], { defaultValue: [], description: 'The kinds of work planned.' })
  readonly workTypes!: PlannedTopic['workTypes'];

  @Field(() => LocalDate, { nullable: true, description: 'The planned day, or the Monday of the week.' })
  readonly plannedOn?: string | null;
}

@InputType({ description: 'A thematic plan for a page’s group and course unit, for the whole year.' })
class AdoptThematicPlanInput {
  @Field(() => ID, { description: 'A page of the group and course unit, in the own load.' })
  readonly journalId!: string;

  @Field(() => [PlannedTopicInput], { description: 'Its topics in their order, 1 to 400.' })
  readonly topics!: readonly PlannedTopicInput[];
}

@InputType({ description: 'Other topics for a thematic plan.' })
class AdjustThematicPlanInput extends AdoptThematicPlanInput {
  @Field(() => ID, { description: 'The plan.' })
  readonly planId!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A thematic plan to be made out of another.' })
class CopyThematicPlanInput {
  @Field(() => ID, { description: 'The plan to copy.' })
  readonly planId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The page it is for; left out, an administrator keeps it as a template.',
  })
  readonly journalId?: string | null;
}

@InputType({ description: 'A plan for another page of its group, course unit and year.' })
class AttachThematicPlanInput {
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The plan.' })
  readonly planId!: string;
}

/** The topics of an input; a new one has an id of its own, the same for the same command. */
const topicsOf = (topics: readonly PlannedTopicInput[], created: string): readonly PlannedTopic[] =>
  sized('topics', topics, 1, 400).map(({ itemId, topic, hours, workTypes, plannedOn = null }, index) => ({
    item: uuidOrNull('ThematicPlanItem', itemId) ?? v5(`topic ${index}`, created),
    topic,
    hours: between('hours', hours, 1, 400),
    workTypes: [...new Set(workTypes)],
    plannedOn,
  }));

/** What teachers do with thematic plans. */
export const thematicPlanCommands = [
  defineCommand({
    one: 'adoptThematicPlan',
    many: 'adoptThematicPlans',
    description:
      'Enters a thematic plan (КТП); whether its hours must equal the curriculum, the regulation says.',
    capability: 'thematicPlan.set',
    input: AdoptThematicPlanInput,
    command: ({ journalId, topics }, created) => ({
      command: {
        type: 'AdoptThematicPlan',
        data: { plan: created, journal: uuidOf('Journal', journalId), items: topicsOf(topics, created) },
      },
      id: globalId('ThematicPlan', created),
    }),
  }),
  defineCommand({
    one: 'adjustThematicPlan',
    many: 'adjustThematicPlans',
    description: 'Adjusts a thematic plan: all its topics are named again; those with an id are kept.',
    capability: 'thematicPlan.set',
    input: AdjustThematicPlanInput,
    command: ({ planId, journalId, topics, reason }, created) => ({
      command: {
        type: 'AdjustThematicPlan',
        data: {
          plan: uuidOf('ThematicPlan', planId),
          journal: uuidOf('Journal', journalId),
          items: topicsOf(topics, created),
          reason,
        },
      },
      id: planId,
    }),
  }),
  defineCommand({
    one: 'copyThematicPlan',
    many: 'copyThematicPlans',
    description: 'Copies a thematic plan for a page, or keeps a copy as a template for the next year.',
    capability: ['thematicPlan.set', 'curriculum.set'],
    input: CopyThematicPlanInput,
    command: ({ planId, journalId }, created) => ({
      command: {
        type: 'CopyThematicPlan',
        data: {
          plan: created,
          from: uuidOf('ThematicPlan', planId),
          journal: uuidOrNull('Journal', journalId),
        },
      },
      id: globalId('ThematicPlan', created),
    }),
  }),
  defineCommand({
    one: 'attachThematicPlan',
    many: 'attachThematicPlans',
    description: 'Lets another page follow a plan: of the second semester, or of a subgroup.',
    capability: 'thematicPlan.set',
    input: AttachThematicPlanInput,
    command: ({ journalId, planId }) => ({
      command: {
        type: 'AttachThematicPlan',
        data: { journal: uuidOf('Journal', journalId), plan: uuidOf('ThematicPlan', planId) },
      },
      id: planId,
    }),
  }),
];
