import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Role as RoleName } from '../events/role.ts';
import { positionsOf, staff } from '../projections/directory/staff.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { Role } from './enums/role.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account, accountOf } from './nouns/account.ts';
import { positionOf, StaffPosition } from './nouns/staff-position.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'directory.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'Somebody on the staff list.' })
class StaffMember {
  @Access(reading)
  @Field(() => Account, { description: 'The account.' })
  readonly account!: Account;

  @Access(reading)
  @Field(() => [Role], { description: 'The roles that hold today.' })
  readonly roles!: readonly RoleName[];

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The first day on the staff list.' })
  readonly from!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day, once it is known.' })
  readonly until!: string | null;

  @Access(reading)
  @Field(() => [StaffPosition], { description: 'The positions, latest first; those that have ended too.' })
  readonly positions!: readonly StaffPosition[];
}

/** The staff list. */
@Resolver()
export class StaffResolver {
  @Access(reading)
  @Query(() => [StaffMember], {
    description: 'The staff list by name; with a role, those who hold it today.',
  })
  async staff(
    @Arg('role', () => Role, { nullable: true, description: 'Only who holds this role.' })
    role: RoleName | null,
    @Arg('departed', () => Boolean, { defaultValue: false, description: 'Also who has left.' })
    departed: boolean,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly StaffMember[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'directory.read');
    const day = await context.college().today();
    const found = await staff(context.reader, scope, day, { role: role ?? undefined, departed });
    const positions = await positionsOf(
      context.reader,
      scope,
      found.map(({ account }) => account),
    );
    const byAccount = Map.groupBy(positions, ({ account }) => account);
    return found.map(({ roles, staffFrom, staffUntil, ...account }) => ({
      account: accountOf(account),
      roles,
      from: staffFrom,
      until: staffUntil,
      positions: (byAccount.get(account.account) ?? []).map(positionOf),
    }));
  }
}
