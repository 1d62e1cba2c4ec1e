import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { pendingProposals, positionsOf, roleGrantsOf } from '../projections/directory/staff.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { PendingRoleGrant, pendingGrantOf, RoleGrant, roleGrantOf } from './nouns/role-grant.ts';
import { positionOf, StaffPosition } from './nouns/staff-position.ts';
import { Student } from './nouns/student.ts';
import { Position } from './scalars.ts';

const reading = { capability: 'account.read' } as const;
const deciding = { capability: ['account.read', 'role.confirm'] } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'An account with its positions and every role it was ever given.',
})
class AccountRecord {
  @Access(reading)
  @Field(() => Account, { description: 'The account.' })
  readonly account!: Account;

  @Access(reading)
  @Field(() => [StaffPosition], { description: 'The positions, latest first.' })
  readonly positions!: readonly StaffPosition[];

  @Access(reading)
  @Field(() => [RoleGrant], { description: 'Every role there ever was, latest first.' })
  readonly grants!: readonly RoleGrant[];
}

/** Accounts with their history, and roles that wait. */
@Resolver()
export class AccountRecordResolver {
  @Access(reading)
  @Query(() => AccountRecord, {
    nullable: true,
    description:
      'An account with the history of its roles: who gave each, by which order, from when to when.',
  })
  async accountRecord(
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<AccountRecord | null> {
    await reach(context, minPosition);
    const id = uuidOf('Account', accountId);
    const account = await load(context.loaders.accounts, id);
    if (!account) return null;
    const scope = scopeFor(context, 'account.read');
    const [positions, grants] = await Promise.all([
      positionsOf(context.reader, scope, [id]),
      roleGrantsOf(context.reader, scope, [id]),
    ]);
    return { account, positions: positions.map(positionOf), grants: grants.map(roleGrantOf) };
  }

  @Access(deciding)
  @Query(() => [PendingRoleGrant], {
    description: 'The roles that were proposed and wait for a second person, oldest first.',
  })
  async pendingRoleGrants(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly PendingRoleGrant[]> {
    await reach(context, minPosition);
    const { capabilities } = viewerOf(context);
    const scope = scopeFor(context, capabilities.has('role.confirm') ? 'role.confirm' : 'account.read');
    return (await pendingProposals(context.reader, scope)).map(pendingGrantOf);
  }
}

/** The edges of a grant. */
@Resolver(() => RoleGrant)
export class RoleGrantEdges {
  @Access(deciding)
  @FieldResolver(() => Student, { nullable: true, description: 'For the role STUDENT: which student it is.' })
  student(@Root() { row }: RoleGrant, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }

  @Access(deciding)
  @FieldResolver(() => Account, { nullable: true, description: 'Who granted it, or gave the second yes.' })
  grantedBy(@Root() { row }: RoleGrant, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.grantedBy);
  }

  @Access(deciding)
  @FieldResolver(() => Account, { nullable: true, description: 'Who proposed it, where two were needed.' })
  proposedBy(@Root() { row }: RoleGrant, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.proposedBy);
  }

  @Access(deciding)
  @FieldResolver(() => Account, { nullable: true, description: 'Who took it back.' })
  revokedBy(@Root() { row }: RoleGrant, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.revokedBy);
  }
}

/** The edges of a role that waits. */
@Resolver(() => PendingRoleGrant)
export class PendingRoleGrantEdges {
  @Access(deciding)
  @FieldResolver(() => Account, { nullable: true, description: 'Who is to have it.' })
  account(@Root() { row }: PendingRoleGrant, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.account);
  }

  @Access(deciding)
  @FieldResolver(() => Account, { nullable: true, description: 'Who proposed it.' })
  proposedBy(@Root() { row }: PendingRoleGrant, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.proposedBy);
  }
}
