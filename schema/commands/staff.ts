import { Field, ID, InputType } from 'type-graphql';
import type { AssignPosition } from '../../src/decisions/staff.ts';
import { Portfolio } from '../enums/college.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, Label, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'Somebody to be put on the staff list.' })
class ListStaffInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'Somebody who leaves the staff.' })
class RecordDepartureInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  readonly until!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A position (должность) to be given.' })
class AssignPositionInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => Label, { description: 'What it is called.' })
  readonly title!: string;

  @Field(() => Label, { nullable: true, description: 'The department or unit.' })
  readonly department?: string | null;

  @Field(() => Portfolio, { nullable: true, description: 'For a deputy director: the portfolio.' })
  readonly portfolio?: AssignPosition['portfolio'];

  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'A position that ends.' })
class EndPositionInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => ID, { description: 'The position.' })
  readonly staffPositionId!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  readonly until!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

/** What is done about the staff list. */
export const staffCommands = [
  defineCommand({
    one: 'listStaff',
    many: 'listStaffInTurn',
    description: 'Puts somebody with an account of staff on the staff list again.',
    capability: 'staff.keep',
    input: ListStaffInput,
    command: ({ accountId, from, order = null }) => ({
      command: { type: 'ListStaff', data: { account: uuidOf('Account', accountId), from, order } },
      id: accountId,
    }),
  }),
  defineCommand({
    one: 'recordDeparture',
    many: 'recordDepartures',
    description:
      'Records that somebody leaves the staff: positions and roles end with the last day, nothing is deleted.',
    capability: 'staff.keep',
    fresh: true,
    input: RecordDepartureInput,
    command: ({ accountId, until, order = null, reason }) => ({
      command: {
        type: 'RecordDeparture',
        data: { account: uuidOf('Account', accountId), until, order, reason },
      },
      id: accountId,
    }),
  }),
  defineCommand({
    one: 'assignPosition',
    many: 'assignPositions',
    description: 'Gives a member of staff a position. It gives no right: roles do.',
    capability: 'staff.keep',
    input: AssignPositionInput,
    command: ({ accountId, title, department = null, portfolio = null, from, order = null }, created) => ({
      command: {
        type: 'AssignPosition',
        data: {
          account: uuidOf('Account', accountId),
          position: created,
          title,
          department,
          portfolio,
          from,
          order,
        },
      },
      id: globalId('StaffPosition', created),
    }),
  }),
  defineCommand({
    one: 'endPosition',
    many: 'endPositions',
    description: 'Ends a position.',
    capability: 'staff.keep',
    input: EndPositionInput,
    command: ({ accountId, staffPositionId, until, order = null }) => ({
      command: {
        type: 'EndPosition',
        data: {
          account: uuidOf('Account', accountId),
          position: uuidOf('StaffPosition', staffPositionId),
          until,
          order,
        },
      },
      id: staffPositionId,
    }),
  }),
];
