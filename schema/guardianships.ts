import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { delegationsOf, guardianshipsOf } from '../projections/directory/guardianships.ts';
import type {
  Guardianship as Row,
  GuardianDelegation as Handed,
} from '../projections/directory/table-access.ts';
import type { Capability as CapabilityName } from '../src/policies/access.ts';
import { Access } from './access.ts';
import { Personal } from './personal.ts';
import { scopeFor, type Context } from './context.ts';
import { Capability } from './enums/role.ts';
import { globalId, uuidIfGiven } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Student } from './nouns/student.ts';
import { LocalDate, Position } from './scalars.ts';
import { problem } from './errors/problem.ts';

const reading = { capability: 'account.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'Rights of a guardian over one student, handed on to a trusted person.',
})
class GuardianDelegation {
  @Access(reading)
  @Field(() => ID, { description: 'Its id: give it to `revokeGuardianDelegation`.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The account of the trusted person.' })
  readonly accountId!: string;

  @Access(reading)
  @Field(() => [Capability], { description: 'The rights that were handed on.' })
  readonly rights!: readonly CapabilityName[];

  @Access(reading)
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while it lasts.' })
  readonly until!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A guardian (законный представитель) and a student.' })
class Guardianship {
  readonly row!: Row;

  @Personal('guardian')
  @Access(reading)
  @Field(() => ID, {
    description: 'Its id: give it to `grantGuardianDelegation` and `endGuardianship`.',
  })
  readonly id!: string;

  @Personal('guardian')
  @Access(reading)
  @Field(() => ID, { description: 'The account of the guardian.' })
  readonly accountId!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while it lasts.' })
  readonly until!: string | null;

  @Access(reading)
  @Field(() => [GuardianDelegation], {
    description: 'What was handed on of it, latest first; what has ended too.',
  })
  readonly delegations!: readonly GuardianDelegation[];
}

const delegationOf = ({ delegation, account, rights, from, until }: Handed): GuardianDelegation => ({
  id: globalId('GuardianDelegation', delegation),
  accountId: globalId('Account', account),
  rights,
  from,
  until,
});

/** Who answers for whom, and what they handed on. */
@Resolver(() => Guardianship)
export class GuardianshipResolver {
  @Access(reading)
  @Query(() => [Guardianship], {
    description:
      'The guardianships of a guardian or over a student, latest first, ended ones too. Guardians find the own under `viewer`.',
  })
  async guardianships(
    @Arg('accountId', () => ID, { nullable: true, description: 'Of this guardian.' })
    accountId: string | null,
    @Arg('studentId', () => ID, { nullable: true, description: 'Over this student.' })
    studentId: string | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly Guardianship[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'account.read');
    const filter = { account: uuidIfGiven('Account', accountId), student: uuidIfGiven('Student', studentId) };
    if (filter.account === undefined && filter.student === undefined)
      throw problem('NAME_ONE_OF', { arguments: ['accountId', 'studentId'] });
    const rows = await guardianshipsOf(context.reader, scope, filter);
    const handed = Map.groupBy(
      await delegationsOf(context.reader, scope, rows),
      ({ guardianship }) => guardianship,
    );
    return rows.map((row) => ({
      row,
      id: globalId('Guardianship', row.guardianship),
      accountId: globalId('Account', row.account),
      from: row.from,
      until: row.until,
      delegations: (handed.get(row.guardianship) ?? []).map(delegationOf),
    }));
  }

  @Personal('guardian')
  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'The account of the guardian.' })
  account(@Root() { row }: Guardianship, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.account);
  }

  @Personal('guardian')
  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student; null where it was erased.' })
  student(@Root() { row }: Guardianship, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }
}
