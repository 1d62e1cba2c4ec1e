import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { subgroupDivisions } from '../projections/movement/queries-requests.ts';
import type { SubgroupDivision as Row } from '../projections/movement/table-requests.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { globalId, uuidOf } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Instant, LocalDate, Position } from './scalars.ts';

const reading = { capability: 'directory.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A subgroup in a division.' })
class SubgroupPart {
  @Access(reading)
  @Field(() => ID, { description: 'The page of the subgroup.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => [ID], { description: 'Who belongs to it.' })
  readonly studentIds!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: 'A division of a group into subgroups, made jointly.' })
export class SubgroupDivision {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => [SubgroupPart], { description: 'The subgroups.' })
  readonly parts!: readonly SubgroupPart[];

  @Access(reading)
  @Field(() => Instant, { description: 'When it was proposed.' })
  readonly proposedAt!: string;

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day on which it stands; null until all agreed.',
  })
  readonly assignedFrom!: string | null;
}

const divisionOf = (row: Row): SubgroupDivision => ({
  row,
  id: globalId('SubgroupDivision', row.division),
  parts: row.parts.map(({ journal, students }) => ({
    journalId: globalId('Journal', journal),
    studentIds: students.map((student) => globalId('Student', student)),
  })),
  proposedAt: row.proposedAt,
  assignedFrom: row.assignedFrom,
});

/** How groups are divided, for the curator and those who teach there. */
@Resolver(() => SubgroupDivision)
export class SubgroupDivisionResolver {
  @Access(reading)
  @Query(() => [SubgroupDivision], { description: 'How a group was or is to be divided, the latest first.' })
  async subgroupDivisions(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly SubgroupDivision[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'directory.read');
    return (await subgroupDivisions(context.reader, scope, uuidOf('StudyGroup', groupId))).map(divisionOf);
  }

  @Access(reading)
  @FieldResolver(() => [Account], { description: 'Who has agreed.' })
  async agreed(@Root() { row }: SubgroupDivision, @Ctx() { loaders }: Context): Promise<readonly Account[]> {
    const accounts = await Promise.all(row.agreed.map((account) => loaders.accounts.load(account)));
    return accounts.filter((account) => account !== null);
  }
}
