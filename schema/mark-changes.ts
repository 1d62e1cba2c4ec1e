import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { councils, markChanges } from '../projections/monitoring/changes.ts';
import type { StandsOut as Reason } from '../projections/monitoring/stands-out.ts';
import { Access } from './access.ts';
import { AFTER, connected, FIRST, sliceAt } from './connection.ts';
import { scopeFor, type Context } from './context.ts';
import { StandsOut } from './enums/monitoring.ts';
import { globalId, uuidIfGiven } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { demandPage, localDaysOf } from './monitored-pages.ts';
import { Account } from './nouns/account.ts';
import { changeOf, Council, MarkChange, MarkChanges, standards } from './nouns/mark-change.ts';
import { LocalDate, Position } from './scalars.ts';

const looking = { capability: 'markChange.read' } as const;

type Optional<Value> = Value | null | undefined;

/** Changes that somebody should look at. */
@Resolver(() => MarkChange)
export class MarkChangeResolver {
  @Access(looking)
  @Query(() => MarkChanges, {
    description:
      'Corrections and withdrawals of marks, and other entries, that stand out for a reason; newest first. An absence is a mark too; imports are left out.',
  })
  async markChanges(
    @Arg('standsOut', () => StandsOut, { description: 'For which reason.' }) standsOut: Reason,
    @Arg('from', () => LocalDate, { description: 'The first day on which they were recorded.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last such day; at most a year.' }) until: string,
    @Arg('journalId', () => ID, { nullable: true, description: 'On one page.' }) journalId: Optional<string>,
    @Arg('groupId', () => ID, { nullable: true, description: 'On the pages of one group.' })
    groupId: Optional<string>,
    @Arg('accountId', () => ID, { nullable: true, description: 'By one account.' })
    accountId: Optional<string>,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: Optional<string>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<MarkChanges> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'markChange.read');
    const days = await localDaysOf(context, from, until);
    const of = {
      standsOut,
      journal: uuidIfGiven('Journal', journalId),
      group: uuidIfGiven('StudyGroup', groupId),
      account: uuidIfGiven('Account', accountId),
    };
    await demandPage(context, scope, of);
    const slice = await markChanges(context.reader, scope, of, days, sliceAt(first, after));
    return { standards, changes: connected(slice, changeOf) };
  }

  @Access(looking)
  @FieldResolver(() => Account, { nullable: true, description: 'Who made that code.' })
  codeIssuedBy(@Root() { codeIssuer }: MarkChange, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, codeIssuer);
  }

  @Access({ capability: 'monitoring.read' })
  @Query(() => [Council], { description: 'The meetings of the pedagogical council of some days.' })
  async councils(
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last day; at most a year.' }) until: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly Council[]> {
    await reach(context, minPosition);
    const days = await localDaysOf(context, from, until);
    const rows = await councils(context.reader, scopeFor(context, 'monitoring.read'), days);
    return rows.map(({ council, ...row }) => ({ ...row, id: globalId('Council', council) }));
  }
}
