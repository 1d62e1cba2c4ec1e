import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { userActivity } from '../projections/monitoring/activity.ts';
import { participation } from '../projections/monitoring/participation.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { globalId, uuidIfGiven } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { demandPage, localDaysOf } from './monitored-pages.ts';
import { Account } from './nouns/account.ts';
import { DayOfActivity, dayOf, GroupParticipation, Participation } from './nouns/participation.ts';
import { StudyGroup } from './nouns/study-group.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'monitoring.read' } as const;

type Optional<Value> = Value | null | undefined;

const FROM = { description: 'The first day.' } as const;
const UNTIL = { description: 'The last day; at most a year.' } as const;

/** Who takes part. */
@Resolver(() => GroupParticipation)
export class ParticipationResolver {
  @Access(reading)
  @Query(() => Participation, {
    description:
      'How many of the teaching staff entered anything, and how many students have no mark: of the groups the viewer sees as a whole. Imports are nobody’s work.',
  })
  async participation(
    @Arg('from', () => LocalDate, FROM) from: string,
    @Arg('until', () => LocalDate, UNTIL) until: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<Participation> {
    await reach(context, minPosition);
    const days = await localDaysOf(context, from, until);
    const found = await participation(context.reader, scopeFor(context, 'monitoring.read'), days);
    return {
      ...found,
      groups: found.groups.map(({ group, ...shares }) => ({
        ...shares,
        groupUuid: group,
        groupId: globalId('StudyGroup', group),
      })),
    };
  }

  @Access(reading)
  @Query(() => [DayOfActivity], {
    description: 'Who entered how much on which day, the latest first; 5,000 lines at most.',
  })
  async userActivity(
    @Arg('from', () => LocalDate, FROM) from: string,
    @Arg('until', () => LocalDate, UNTIL) until: string,
    @Arg('accountId', () => ID, { nullable: true, description: 'Of one account.' })
    accountId: Optional<string>,
    @Arg('journalId', () => ID, { nullable: true, description: 'On one page.' }) journalId: Optional<string>,
    @Arg('groupId', () => ID, { nullable: true, description: 'On the pages of one group.' })
    groupId: Optional<string>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly DayOfActivity[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'monitoring.read');
    const days = await localDaysOf(context, from, until);
    const journal = uuidIfGiven('Journal', journalId);
    await demandPage(context, scope, { journal });
    const account = uuidIfGiven('Account', accountId);
    const of = { account, journal, group: uuidIfGiven('StudyGroup', groupId) };
    return (await userActivity(context.reader, scope, days, of)).map(dayOf);
  }

  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group.' })
  group(@Root() { groupUuid }: GroupParticipation, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, groupUuid);
  }
}

/** The edges of a day of activity. */
@Resolver(() => DayOfActivity)
export class DayOfActivityEdges {
  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Whose it is.' })
  account(@Root() { accountUuid }: DayOfActivity, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, accountUuid);
  }
}
