import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, Label, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { sized } from '../bounds.ts';

@InputType({ description: 'A new value of a parameter.' })
class RegulationValueInput {
  @Field(() => Label, { description: 'The parameter, as `regulation` names it.' })
  readonly parameter!: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'Its value, in the shape that `regulation` shows; null: no rule.',
  })
  readonly value?: unknown;

  @Field(() => Label, {
    nullable: true,
    description: 'The clause of the college’s own regulation; left out: the order.',
  })
  readonly clause?: string | null;
}

@InputType({ description: 'A change of the regulation.' })
class ProposeRegulationChangeInput {
  @Field(() => LocalDate, { description: 'From which day on; never a day that has passed.' })
  readonly effectiveFrom!: string;

  @Field(() => [RegulationValueInput], { description: 'The new values, 1 to 100, of one parameter each.' })
  readonly values!: readonly RegulationValueInput[];

  @Field(() => OrderReference, { description: 'The order.' })
  readonly order!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A proposed change to be confirmed.' })
class ConfirmRegulationChangeInput {
  @Field(() => ID, { description: 'The change.' })
  readonly changeId!: string;
}

@InputType({ description: 'A proposed change to be declined or taken back.' })
class DeclineRegulationChangeInput {
  @Field(() => ID, { description: 'The change.' })
  readonly changeId!: string;

  @Field(() => FreeText, { description: 'Why not.' })
  readonly reason!: string;
}

const bounded = (values: readonly RegulationValueInput[]): readonly RegulationValueInput[] =>
  sized('values', values, 1, 100);

/** What is done to the regulation. */
export const regulationCommands = [
  defineCommand({
    one: 'proposeRegulationChange',
    many: 'proposeRegulationChanges',
    description:
      'Changes the regulation from a day on, by an order. Edit windows and locks wait for a second person; everything else holds at once.',
    capability: 'regulation.configure',
    fresh: true,
    input: ProposeRegulationChangeInput,
    command: ({ effectiveFrom, values, order, reason }, created) => ({
      command: {
        type: 'ProposeRegulationChange',
        data: {
          change: created,
          effectiveFrom,
          values: bounded(values).map(({ parameter, value = null, clause = null }) => ({
            parameter,
            value,
            clause,
          })),
          order,
          reason,
        },
      },
      id: globalId('RegulationChange', created),
    }),
  }),
  defineCommand({
    one: 'confirmRegulationChange',
    many: 'confirmRegulationChanges',
    description: 'Confirms a proposed change: somebody else than who proposed it.',
    capability: 'regulation.confirm',
    fresh: true,
    input: ConfirmRegulationChangeInput,
    command: ({ changeId }) => ({
      command: { type: 'ConfirmRegulationChange', data: { change: uuidOf('RegulationChange', changeId) } },
      id: changeId,
    }),
  }),
  defineCommand({
    one: 'declineRegulationChange',
    many: 'declineRegulationChanges',
    description: 'Declines a proposed change; who proposed it takes it back in the same way.',
    capability: 'regulation.confirm',
    input: DeclineRegulationChangeInput,
    command: ({ changeId, reason }) => ({
      command: {
        type: 'DeclineRegulationChange',
        data: { change: uuidOf('RegulationChange', changeId), reason },
      },
      id: changeId,
    }),
  }),
];
