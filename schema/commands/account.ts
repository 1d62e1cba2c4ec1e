import { Field, ID, InputType } from 'type-graphql';
import type { Role as RoleName } from '../../events/role.ts';
import type { OpenAccount } from '../../src/decisions/access.ts';
import { AccountHolder } from '../enums/college.ts';
import { Role } from '../enums/role.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, Label, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'An account to be opened.' })
class OpenAccountInput {
  @Field(() => AccountHolder, { description: 'Whose it is.' })
  readonly holder!: OpenAccount['holder'];

  @Field(() => Label, { description: 'The name of the person.' })
  readonly name!: string;
}

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
}

@InputType({ description: 'A role to be taken back.' })
class RevokeRoleInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => Role, { description: 'The role.' })
  readonly role!: RoleName;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A guardianship to be established.' })
class EstablishGuardianshipInput {
  @Field(() => ID, { description: 'The account of the guardian.' })
  readonly accountId!: string;

  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;
}

@InputType({ description: 'A guardianship that ends.' })
class EndGuardianshipInput {
  @Field(() => ID, { description: 'The account of the guardian.' })
  readonly accountId!: string;

  @Field(() => ID, { description: 'The guardianship.' })
  readonly guardianshipId!: string;
}

/** What is done about accounts, roles and guardianship. */
export const accountCommands = [
  defineCommand({
    one: 'openAccount',
    many: 'openAccounts',
    description: 'Opens an account for a person; it has no right until a role is granted.',
    capability: 'account.open',
    input: OpenAccountInput,
    sideBySide: true,
    command: (input, created) => ({
      command: { type: 'OpenAccount', data: { ...input, account: created } },
      id: globalId('Account', created),
    }),
  }),
  defineCommand({
    one: 'grantRole',
    many: 'grantRoles',
    description: 'Grants a role; staff roles to staff only, and none to oneself.',
    capability: 'role.grant',
    input: GrantRoleInput,
    command: ({ accountId, role, studentId, order = null }) => ({
      command: {
        type: 'GrantRole',
        data: {
          account: uuidOf('Account', accountId),
          role,
          student: uuidOrNull('Student', studentId),
          order,
        },
      },
      id: accountId,
    }),
  }),
  defineCommand({
    one: 'revokeRole',
    many: 'revokeRoles',
    description: 'Takes a role back; it gives no right from this moment on.',
    capability: 'role.grant',
    input: RevokeRoleInput,
    command: ({ accountId, role, reason }) => ({
      command: { type: 'RevokeRole', data: { account: uuidOf('Account', accountId), role, reason } },
      id: accountId,
    }),
  }),
  defineCommand({
    one: 'establishGuardianship',
    many: 'establishGuardianships',
    description:
      'Ties a guardian to one student; several guardians and several children are several of these.',
    capability: 'guardianship.establish',
    input: EstablishGuardianshipInput,
    command: ({ accountId, studentId }, created) => ({
      command: {
        type: 'EstablishGuardianship',
        data: {
          account: uuidOf('Account', accountId),
          guardianship: created,
          student: uuidOf('Student', studentId),
        },
      },
      id: globalId('Guardianship', created),
    }),
  }),
  defineCommand({
    one: 'endGuardianship',
    many: 'endGuardianships',
    description: 'Ends a guardianship.',
    capability: 'guardianship.establish',
    input: EndGuardianshipInput,
    command: ({ accountId, guardianshipId }) => ({
      command: {
        type: 'EndGuardianship',
        data: {
          account: uuidOf('Account', accountId),
          guardianship: uuidOf('Guardianship', guardianshipId),
        },
      },
      id: guardianshipId,
    }),
  }),
];
