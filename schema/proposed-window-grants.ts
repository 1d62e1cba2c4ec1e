import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { proposedWindowGrants } from '../projections/edit-windows/queries-proposed.ts';
import type { ProposedWindowGrant as Row } from '../projections/edit-windows/table.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { Covers } from './enums/journal.ts';
import { globalId, globalIdOrNull } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Instant, LocalDate, Position } from './scalars.ts';

const reading = { capability: 'editWindow.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'A grant of an edit window that waits for a second person.',
})
export class ProposedEditWindowGrant {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'To be named when it is confirmed or declined.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Covers, { description: 'What it is to open again.' })
  readonly covers!: Row['covers'];

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The one lesson; null: every lesson of the page.' })
  readonly lessonId!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The one teacher; null: all who may enter.' })
  readonly accountId!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;

  @Access(reading)
  @Field(() => Instant, { description: 'When it was proposed.' })
  readonly proposedAt!: string;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Why; null where it was erased.' })
  readonly reason!: string | null;
}

const grantOf = (row: Row): ProposedEditWindowGrant => ({
  row,
  id: globalId('EditWindowGrant', row.grant),
  journalId: globalId('Journal', row.journal),
  covers: row.covers,
  lessonId: globalIdOrNull('Lesson', row.lesson),
  accountId: globalIdOrNull('Account', row.account),
  until: row.until,
  proposedAt: row.proposedAt,
  reason: row.reason,
});

/** Grants that wait for a second person. */
@Resolver(() => ProposedEditWindowGrant)
export class ProposedWindowGrantResolver {
  @Access(reading)
  @Query(() => [ProposedEditWindowGrant], {
    description: 'Grants of edit windows that wait for a second person, oldest first, 500 at most.',
  })
  async proposedEditWindowGrants(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly ProposedEditWindowGrant[]> {
    await reach(context, minPosition);
    return (await proposedWindowGrants(context.reader, scopeFor(context, 'editWindow.read'))).map(grantOf);
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who proposed it.' })
  proposedBy(@Root() { row }: ProposedEditWindowGrant, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.proposedBy);
  }
}
