import { Field, ID, InputType, Int } from 'type-graphql';
import { between, sized } from '../bounds.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType()
abstract class GroupInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;
}

@InputType({ description: 'An activity for the extracurricular plan of a group.' })
class PlanActivityInput extends GroupInput {
  @Field(() => ID, { nullable: true, description: 'The activity, if it stands in the plan already.' })
  readonly activityId?: string | null;

  @Field(() => LocalDate, { description: 'Its day.' })
  readonly plannedOn!: string;

  @Field(() => FreeText, { description: 'What it is.' })
  readonly title!: string;

  @Field(() => FreeText, { nullable: true, description: 'Why it is moved; needed where it stands already.' })
  readonly reason?: string | null;
}

@InputType({ description: 'An extracurricular activity that took place.' })
class RecordActivityInput extends GroupInput {
  @Field(() => ID, { nullable: true, description: 'The activity, if it was planned.' })
  readonly activityId?: string | null;

  @Field(() => LocalDate, { description: 'When.' })
  readonly heldOn!: string;

  @Field(() => Int, { description: 'Academic hours, 1 to 24.' })
  readonly academicHours!: number;

  @Field(() => [ID], { defaultValue: [], description: 'Who took part, 500 at most.' })
  readonly studentIds!: readonly string[];

  @Field(() => FreeText, { description: 'What was done.' })
  readonly notes!: string;
}

@InputType({ description: 'An activity to be taken out of the plan.' })
class DropActivityInput extends GroupInput {
  @Field(() => ID, { description: 'The activity.' })
  readonly activityId!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

/** What a curator does with the extracurricular plan and journal of the own group. */
export const extracurricularCommands = [
  defineCommand({
    one: 'planActivity',
    many: 'planActivities',
    description: 'Puts an activity into the extracurricular plan of a group, or moves it.',
    capability: 'extracurricular.keep',
    input: PlanActivityInput,
    command: ({ groupId, activityId, plannedOn, title, reason = null }, created) => {
      const activity = uuidOrNull('Activity', activityId) ?? created;
      return {
        command: {
          type: 'PlanActivity',
          data: { group: uuidOf('StudyGroup', groupId), activity, plannedOn, title, reason },
        },
        id: globalId('Activity', activity),
      };
    },
  }),
  defineCommand({
    one: 'recordActivity',
    many: 'recordActivities',
    description: 'Records an extracurricular activity that took place.',
    capability: 'extracurricular.keep',
    input: RecordActivityInput,
    command: ({ groupId, activityId, heldOn, academicHours, studentIds, notes }, created) => {
      const activity = uuidOrNull('Activity', activityId) ?? created;
      return {
        command: {
          type: 'RecordActivity',
          data: {
            group: uuidOf('StudyGroup', groupId),
            activity,
            heldOn,
            academicHours: between('academicHours', academicHours, 1, 24),
            students: sized('studentIds', studentIds, 0, 500).map((id) => uuidOf('Student', id)),
            notes,
          },
        },
        id: globalId('Activity', activity),
      };
    },
  }),
  defineCommand({
    one: 'dropActivity',
    many: 'dropActivities',
    description: 'Takes an activity out of the extracurricular plan.',
    capability: 'extracurricular.keep',
    input: DropActivityInput,
    command: ({ groupId, activityId, reason }) => ({
      command: {
        type: 'DropActivity',
        data: { group: uuidOf('StudyGroup', groupId), activity: uuidOf('Activity', activityId), reason },
      },
      id: activityId,
    }),
  }),
];
