import { Field, ID, InputType } from 'type-graphql';
import type { Role as RoleName } from '../../events/role.ts';
import { Role } from '../enums/role.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A role to be granted.' })
class GrantRoleInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => Role, { description: 'The role.' })
  readonly role!: RoleName;

  @Field(() => ID, { nullable: true, description: 'For the role STUDENT: which student it is.' })
  readonly studentId?: string | null;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day it gives a right; left out, today.' })
  readonly from?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day it gives a right; left out, it lasts.',
  })
  readonly until?: string | null;
}

@InputType({ description: 'A proposed role to be confirmed.' })
class ConfirmRoleGrantInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => ID, { description: 'The proposed grant.' })
  readonly roleGrantId!: string;
}

@InputType({ description: 'A proposed role to be declined.' })
class DeclineRoleGrantInput extends ConfirmRoleGrantInput {
  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A role to be taken back.' })
class RevokeRoleInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => Role, { description: 'The role.' })
  readonly role!: RoleName;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day it gives a right; left out, it gives none from now on.',
  })
  readonly until?: string | null;
}

const grantIn = ({ accountId, roleGrantId }: ConfirmRoleGrantInput) => ({
  account: uuidOf('Account', accountId),
  grant: uuidOf('RoleGrant', roleGrantId),
});

/** What is done about roles. */
export const roleGrantCommands = [
  defineCommand({
    one: 'grantRole',
    many: 'grantRoles',
    fresh: true,
    description:
      'Grants a role; staff roles to staff only, and none to oneself. JOURNAL_ADMINISTRATOR and AUDITOR are only proposed by it: a second person confirms them.',
    capability: 'role.grant',
    input: GrantRoleInput,
    command: ({ accountId, role, studentId, order = null, from, until }, created) => ({
      command: {
        type: 'GrantRole',
        data: {
          account: uuidOf('Account', accountId),
          grant: created,
          role,
          student: uuidOrNull('Student', studentId),
          order,
          from: from ?? null,
          until: until ?? null,
        },
      },
      id: globalId('RoleGrant', created),
    }),
  }),
  defineCommand({
    one: 'confirmRoleGrant',
    many: 'confirmRoleGrants',
    fresh: true,
    description: 'Confirms a proposed role; never by who proposed it, and never by who is to have it.',
    capability: 'role.confirm',
    input: ConfirmRoleGrantInput,
    command: (input) => ({
      command: { type: 'ConfirmRoleGrant', data: grantIn(input) },
      id: input.roleGrantId,
    }),
  }),
  defineCommand({
    one: 'declineRoleGrant',
    many: 'declineRoleGrants',
    description: 'Declines a proposed role, or takes the proposal back.',
    capability: 'role.confirm',
    input: DeclineRoleGrantInput,
    command: (input) => ({
      command: { type: 'DeclineRoleGrant', data: { ...grantIn(input), reason: input.reason } },
      id: input.roleGrantId,
    }),
  }),
  defineCommand({
    one: 'revokeRole',
    many: 'revokeRoles',
    description: 'Takes a role back: at once, or after a day.',
    capability: 'role.grant',
    fresh: true,
    input: RevokeRoleInput,
    command: ({ accountId, role, reason, until }) => ({
      command: {
        type: 'RevokeRole',
        data: { account: uuidOf('Account', accountId), role, reason, until: until ?? null },
      },
      id: accountId,
    }),
  }),
];
