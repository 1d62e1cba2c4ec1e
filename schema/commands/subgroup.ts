import { Field, ID, InputType } from 'type-graphql';
import { sized } from '../bounds.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A subgroup, by its page.' })
class SubgroupPartInput {
  @Field(() => ID, { description: 'The page of the subgroup.' })
  readonly journalId!: string;

  @Field(() => [ID], { description: 'Who belongs to it, 100 at most.' })
  readonly studentIds!: readonly string[];
}

@InputType({ description: 'A division of a group into the subgroups of a discipline or practice.' })
class ProposeSubgroupsInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => [SubgroupPartInput], { description: 'The subgroups, 2 to 10.' })
  readonly parts!: readonly SubgroupPartInput[];
}

@InputType({ description: 'A yes to a division.' })
class AgreeToSubgroupsInput {
  @Field(() => ID, { description: 'The division.' })
  readonly divisionId!: string;
}

/** How a group is divided, jointly by its curator and those who teach it. */
export const subgroupCommands = [
  defineCommand({
    one: 'proposeSubgroups',
    many: 'proposeSubgroupsOfMany',
    description:
      'Proposes who belongs to which subgroup, before the first lesson; it stands once the curator and a teacher of each page have agreed.',
    capability: 'subgroup.divide',
    input: ProposeSubgroupsInput,
    command: ({ groupId, parts }, created) => ({
      command: {
        type: 'ProposeSubgroups',
        data: {
          division: created,
          group: uuidOf('StudyGroup', groupId),
          parts: sized('parts', parts, 2, 10).map(({ journalId, studentIds }) => ({
            journal: uuidOf('Journal', journalId),
            students: sized('studentIds', studentIds, 0, 100).map((id) => uuidOf('Student', id)),
          })),
        },
      },
      id: globalId('SubgroupDivision', created),
    }),
  }),
  defineCommand({
    one: 'agreeToSubgroups',
    many: 'agreeToSubgroupsOfMany',
    description: 'Agrees to a division; the last yes puts the students on the pages of their subgroups.',
    capability: 'subgroup.divide',
    input: AgreeToSubgroupsInput,
    command: ({ divisionId }) => ({
      command: { type: 'AgreeToSubgroups', data: { division: uuidOf('SubgroupDivision', divisionId) } },
      id: divisionId,
    }),
  }),
];
