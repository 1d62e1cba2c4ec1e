import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { timeliness, type TimelinessBy as By } from '../projections/monitoring/timeliness.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { TimelinessBy } from './enums/monitoring.ts';
import { globalIdOrNull, uuidIfGiven } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { demandPage, localDaysOf } from './monitored-pages.ts';
import { Account } from './nouns/account.ts';
import { LocalDate, Month, Position } from './scalars.ts';

const reading = { capability: 'monitoring.read' } as const;

type Optional<Value> = Value | null | undefined;

@ObjectType({ simpleResolvers: true, description: 'How timely the entries under one rule were.' })
export class TimelinessFigure {
  readonly accountUuid!: string | null;

  @Access(reading)
  @Field(() => String, { description: 'The parameter of the regulation that set the deadline.' })
  readonly parameter!: string;

  @Access(reading)
  @Field(() => String, { description: 'The clause it comes from, as it stood for these entries.' })
  readonly clause!: string;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'Who made them; null where not told apart.' })
  readonly accountId!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The page; null where not told apart, or on none.' })
  readonly journalId!: string | null;

  @Access(reading)
  @Field(() => Month, { nullable: true, description: 'The month they are about; null where not told apart.' })
  readonly month!: string | null;

  @Access(reading)
  @Field(() => Int, { description: 'How many entries had this deadline.' })
  readonly entries!: number;

  @Access(reading)
  @Field(() => Int, {
    description:
      'How many of them came after it. The trail has them: `auditTrail` with `lateOnly`, the page, the account and the same days in `occurredFrom` and `occurredTo`.',
  })
  readonly late!: number;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Late ones in per cent, one place, rounded half up.' })
  readonly latePercent!: string | null;
}

/** Entries against their deadlines. */
@Resolver(() => TimelinessFigure)
export class TimelinessResolver {
  @Access(reading)
  @Query(() => [TimelinessFigure], {
    description:
      'How many entries were made after their deadline, rule by rule, the most often missed first; 2,000 lines at most. Entries without a deadline in the regulation, and imports, are in no figure.',
  })
  async timeliness(
    @Arg('from', () => LocalDate, { description: 'The first day the entries are about.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last such day; at most a year.' }) until: string,
    @Arg('journalId', () => ID, { nullable: true, description: 'On one page.' }) journalId: Optional<string>,
    @Arg('accountId', () => ID, { nullable: true, description: 'By one account.' })
    accountId: Optional<string>,
    @Arg('groupId', () => ID, { nullable: true, description: 'Of one group and on its pages.' })
    groupId: Optional<string>,
    @Arg('by', () => [TimelinessBy], { defaultValue: [], description: 'What to tell apart.' })
    by: readonly By[],
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly TimelinessFigure[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'monitoring.read');
    const days = await localDaysOf(context, from, until);
    const journal = uuidIfGiven('Journal', journalId);
    await demandPage(context, scope, { journal });
    const account = uuidIfGiven('Account', accountId);
    const group = uuidIfGiven('StudyGroup', groupId);
    const rows = await timeliness(context.reader, scope, { ...days, journal, account, group }, new Set(by));
    return rows.map(({ account: accountUuid, journal: page, ...row }) => ({
      ...row,
      accountUuid,
      accountId: globalIdOrNull('Account', accountUuid),
      journalId: globalIdOrNull('Journal', page),
    }));
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who made them.' })
  account(@Root() { accountUuid }: TimelinessFigure, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, accountUuid);
  }
}
