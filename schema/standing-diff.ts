import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { seenOnPages } from '../projections/standing/queries.ts';
import { standingDifference } from '../projections/standing/difference.ts';
import type { TrackedDebt } from '../projections/standing/debts.ts';
import type { OnPage } from '../projections/standing/replay.ts';
import { repeatLimitOf } from '../src/policies/academic-debt.ts';
import { standingEvents } from '../src/runtime/past/standing.ts';
import { debtOf } from './academic-debts.ts';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { ENTRIES, entriesBehind, READING_ENTRIES } from './entries-behind.ts';
import { globalId } from './global-id.ts';
import { AuditEntry } from './nouns/audit-entry.ts';
import { eventAt } from './nouns/event-at.ts';
import { StandingDiff } from './nouns/standing-diff.ts';
import { bounded, Moment, pastScope, regulationThen, spanOf, type PastMoment } from './past.ts';
import { pageStandingOf, standingAsked, StandingOfInput } from './standing.ts';

const reading = { capability: 'standing.read' } as const;

const idsOf = ({ student, journal }: OnPage) => ({
  studentId: globalId('Student', student),
  journalId: globalId('Journal', journal),
});

const debtsThen = async (context: Context, moment: PastMoment) => {
  const { today, on } = await regulationThen(context, moment);
  return (debt: TrackedDebt) => debtOf(debt, repeatLimitOf(on(today)), today);
};

/** What happened to a standing between two moments. */
@Resolver(() => StandingDiff)
export class StandingDiffResolver {
  @Access(reading)
  @Query(() => StandingDiff, {
    description:
      'What happened to the averages, attestation results and debts of a student, a page or a group between two moments. For who may read the history of marks.',
  })
  async standingDiff(
    @Arg('of', () => StandingOfInput, { description: 'Whose.' }) of: StandingOfInput,
    @Arg('from', () => Moment, { description: 'The earlier moment.' }) from: Moment,
    @Arg('to', () => Moment, { description: 'The later moment.' }) to: Moment,
    @Ctx() context: Context,
  ): Promise<StandingDiff> {
    const scope = pastScope(context, 'standing.read', 'Query.standingDiff');
    const whose = standingAsked(of);
    const span = await spanOf(context, from, to);
    const visible = await seenOnPages(context.reader, scope, whose);
    const { log } = context.college();
    const events = await bounded(standingEvents(log, scope, visible, span.to.position));
    const group = 'group' in whose ? whose.group : null;
    const difference = standingDifference(events, span.from.position, { visible, group, scope });
    const owedBefore = await debtsThen(context, span.from);
    const owedAfter = await debtsThen(context, span.to);
    return {
      difference,
      ...span,
      pages: difference.pages.map(({ before, after, events: behind, ...row }) => ({
        ...idsOf(row),
        before: before && pageStandingOf(before, span.from),
        after: after && pageStandingOf(after, span.to),
        events: behind.map(eventAt),
      })),
      debts: difference.debts.map(({ before, after, events: behind, ...row }) => ({
        ...idsOf(row),
        before: before && owedBefore(before),
        after: after && owedAfter(after),
        events: behind.map(eventAt),
      })),
    };
  }

  @Access(READING_ENTRIES)
  @FieldResolver(() => [AuditEntry], ENTRIES)
  async entries(
    @Root() { difference: { pages, debts } }: StandingDiff,
    @Ctx() context: Context,
  ): Promise<readonly AuditEntry[]> {
    return await entriesBehind(
      context,
      [...pages, ...debts].flatMap(({ events }) => events),
    );
  }
}
