import { Field, ID, InputType } from 'type-graphql';
import type { BriefGroup } from '../../src/decisions/onboarding.ts';
import { BriefingAudience } from '../enums/college.ts';
import { uuidOf } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A briefing of a group.' })
class BriefGroupInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => LocalDate, { description: 'The day it was given.' })
  readonly on!: string;

  @Field(() => BriefingAudience, { description: 'Who was briefed.' })
  readonly audience!: BriefGroup['audience'];
}

/** What makes a group known to the journal. */
export const onboardingCommands = [
  defineCommand({
    one: 'briefGroup',
    many: 'briefGroups',
    description:
      'Records that a group, or its guardians, were told how to register and what the journal offers.',
    capability: 'group.brief',
    input: BriefGroupInput,
    command: ({ groupId, on, audience }) => ({
      command: { type: 'BriefGroup', data: { group: uuidOf('StudyGroup', groupId), on, audience } },
      id: groupId,
    }),
  }),
];
