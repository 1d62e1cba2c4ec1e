import { Field, ID, InputType } from 'type-graphql';
import type { Capability as CapabilityName } from '../../src/policies/access.ts';
import { sized } from '../bounds.ts';
import { Capability } from '../enums/role.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'Rights of a guardian to be handed on to a trusted person.' })
class GrantGuardianDelegationInput {
  @Field(() => ID, { description: 'The account of the trusted person.' })
  readonly accountId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The account of the guardian, where an administrator records what was done in the portal.',
  })
  readonly guardianId?: string | null;

  @Field(() => ID, { description: 'The guardianship: one ward.' })
  readonly guardianshipId!: string;

  @Field(() => [Capability], { description: 'The rights; none that the guardian does not hold.' })
  readonly rights!: readonly CapabilityName[];

  @Field(() => LocalDate, { nullable: true, description: 'The first day; left out, today.' })
  readonly from?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; left out, as long as the guardianship lasts.',
  })
  readonly until?: string | null;
}

@InputType({ description: 'A delegation to be taken back.' })
class RevokeGuardianDelegationInput {
  @Field(() => ID, { description: 'The account of the trusted person.' })
  readonly accountId!: string;

  @Field(() => ID, { description: 'The delegation.' })
  readonly delegationId!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; left out, it gives no right from now on.',
  })
  readonly until?: string | null;
}

/** Every right there could ever be to hand on, and a few more: the decider says which are too many. */
const MOST_RIGHTS = 20;

/** What guardians hand on. */
export const delegationCommands = [
  defineCommand({
    one: 'grantGuardianDelegation',
    many: 'grantGuardianDelegations',
    description:
      'Hands some of a guardian’s rights over one ward on to a trusted person: never more, and never longer, than the guardian holds them.',
    capability: 'guardianship.delegate',
    fresh: true,
    input: GrantGuardianDelegationInput,
    command: ({ accountId, guardianId, guardianshipId, rights, from, until }, created) => ({
      command: {
        type: 'GrantGuardianDelegation',
        data: {
          account: uuidOf('Account', accountId),
          delegation: created,
          guardian: uuidOrNull('Account', guardianId),
          guardianship: uuidOf('Guardianship', guardianshipId),
          rights: sized('rights', rights, 1, MOST_RIGHTS),
          from: from ?? null,
          until: until ?? null,
        },
      },
      id: globalId('GuardianDelegation', created),
    }),
  }),
  defineCommand({
    one: 'revokeGuardianDelegation',
    many: 'revokeGuardianDelegations',
    description: 'Takes a delegation back: its guardian, or an administrator.',
    capability: 'guardianship.delegate',
    input: RevokeGuardianDelegationInput,
    command: ({ accountId, delegationId, until }) => ({
      command: {
        type: 'RevokeGuardianDelegation',
        data: {
          account: uuidOf('Account', accountId),
          delegation: uuidOf('GuardianDelegation', delegationId),
          until: until ?? null,
        },
      },
      id: delegationId,
    }),
  }),
];
