import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { ownGuardianships } from '../projections/directory/own-guardianships.ts';
import type { Capability as CapabilityName } from '../src/policies/access.ts';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { Capability } from './enums/role.ts';
import { globalId } from './global-id.ts';
import { LocalDate } from './scalars.ts';
import { Viewer } from './viewer.ts';

@ObjectType({ simpleResolvers: true, description: 'Rights that the viewer handed on to a trusted person.' })
class OwnDelegation {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id: to take it back.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => ID, { description: 'The account of the trusted person.' })
  readonly accountId!: string;

  @Access('signedIn')
  @Field(() => [Capability], { description: 'The rights.' })
  readonly rights!: readonly CapabilityName[];

  @Access('signedIn')
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Access('signedIn')
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null: as long as the guardianship.' })
  readonly until!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A guardianship of the viewer.' })
class OwnGuardianship {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id: to hand on rights of it.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => ID, { description: 'The student the viewer answers for.' })
  readonly studentId!: string;

  @Access('signedIn')
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Access('signedIn')
  @Field(() => LocalDate, { nullable: true, description: 'The last day, where one is known.' })
  readonly until!: string | null;

  @Access('signedIn')
  @Field(() => [OwnDelegation], { description: 'What was handed on of it and has not ended.' })
  readonly delegations!: readonly OwnDelegation[];
}

/** What a guardian can hand on, and has. */
@Resolver(() => Viewer)
export class OwnGuardianshipResolver {
  @Access('signedIn')
  @FieldResolver(() => [OwnGuardianship], {
    description: 'The guardianships by which the viewer sees a child today; for others none.',
  })
  async guardianships(
    @Root() { signedIn }: Viewer,
    @Ctx() { reader, college }: Context,
  ): Promise<readonly OwnGuardianship[]> {
    const own = await ownGuardianships(reader, signedIn, await college().today());
    return own.map(({ guardianship, student, from, until, delegations }) => ({
      id: globalId('Guardianship', guardianship),
      studentId: globalId('Student', student),
      from,
      until,
      delegations: delegations.map(({ delegation, account, ...terms }) => ({
        ...terms,
        id: globalId('GuardianDelegation', delegation),
        accountId: globalId('Account', account),
      })),
    }));
  }
}
