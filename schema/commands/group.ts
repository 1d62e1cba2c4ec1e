import { Field, ID, InputType, Int } from 'type-graphql';
import { PromotionKind } from '../enums/college.ts';
import { between } from '../bounds.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, Label, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { OrderInput, orderOf } from './order-input.ts';

@InputType({ description: 'A study group to be formed.' })
class FormGroupInput {
  @Field(() => Label, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => Int, { defaultValue: 1, description: 'The year of study, 1 to 6.' })
  readonly year!: number;

  @Field(() => Int, { defaultValue: 1, description: 'The semester within the whole training, 1 to 12.' })
  readonly semester!: number;
}

@InputType({ description: 'A curator for a group.' })
class AssignCuratorInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => ID, { description: 'The account of the curator.' })
  readonly accountId!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'A group to be promoted.' })
class PromoteGroupInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => PromotionKind, { description: 'Where it leads.' })
  readonly promotion!: 'semester' | 'year';

  @Field(() => Int, { description: 'The semester the group is in now, as it was read: promotes once only.' })
  readonly fromSemester!: number;

  @Field(() => OrderInput, { description: 'The order.' })
  readonly order!: OrderInput;
}

@InputType({ description: 'A group that completed the programme.' })
class GraduateGroupInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => Int, { description: 'The semester the group is in now, as it was read: its last one.' })
  readonly fromSemester!: number;

  @Field(() => LocalDate, { description: 'The last day.' })
  readonly on!: string;

  @Field(() => OrderInput, { description: 'The order.' })
  readonly order!: OrderInput;
}

@InputType({ description: 'A promotion or graduation of a group that should not have been.' })
class AnnulGroupMovementInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => ID, { description: 'The movement, as `groupMovements` names it.' })
  readonly movementId!: string;

  @Field(() => OrderInput, { description: 'The order.' })
  readonly order!: OrderInput;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

/** What is done to groups. */
export const groupCommands = [
  defineCommand({
    one: 'formGroup',
    many: 'formGroups',
    description: 'Forms a study group.',
    capability: 'group.form',
    input: FormGroupInput,
    command: ({ name, year, semester }, created) => ({
      command: {
        type: 'FormGroup',
        data: {
          name,
          year: between('year', year, 1, 6),
          semester: between('semester', semester, 1, 12),
          group: created,
        },
      },
      id: globalId('StudyGroup', created),
    }),
  }),
  defineCommand({
    one: 'assignCurator',
    many: 'assignCurators',
    description: 'Gives a group its curator; an earlier one no longer is.',
    capability: 'group.form',
    input: AssignCuratorInput,
    command: ({ groupId, accountId, order = null }) => ({
      command: {
        type: 'AssignCurator',
        data: { group: uuidOf('StudyGroup', groupId), account: uuidOf('Account', accountId), order },
      },
      id: groupId,
    }),
  }),
  defineCommand({
    one: 'promoteGroup',
    many: 'promoteGroups',
    description:
      'Promotes a group with all its students; those in debt conditionally. See `promotionPreview`.',
    capability: 'group.promote',
    input: PromoteGroupInput,
    command: ({ groupId, promotion, fromSemester, order }) => ({
      command: {
        type: 'PromoteGroup',
        data: { group: uuidOf('StudyGroup', groupId), promotion, fromSemester, order: orderOf(order) },
      },
      id: groupId,
    }),
  }),
  defineCommand({
    one: 'graduateGroup',
    many: 'graduateGroups',
    description: 'Lets a group graduate; who is in debt or on leave stays enrolled. See `graduationPreview`.',
    capability: 'group.promote',
    input: GraduateGroupInput,
    command: ({ groupId, fromSemester, on, order }) => ({
      command: {
        type: 'GraduateGroup',
        data: { group: uuidOf('StudyGroup', groupId), fromSemester, on, order: orderOf(order) },
      },
      id: groupId,
    }),
  }),
  defineCommand({
    one: 'annulGroupMovement',
    many: 'annulGroupMovements',
    description:
      'Annuls the last promotion or graduation of a group, for all its students; both stay in history.',
    capability: 'group.promote',
    input: AnnulGroupMovementInput,
    command: ({ groupId, movementId, order, reason }) => ({
      command: {
        type: 'AnnulGroupMovement',
        data: {
          group: uuidOf('StudyGroup', groupId),
          movement: uuidOf('GroupMovement', movementId),
          order: orderOf(order),
          reason,
        },
      },
      id: groupId,
    }),
  }),
];
