import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Role as RoleName } from '../events/role.ts';
import { controlsIn, findingsFor } from '../projections/controls/queries.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { escalationsGoTo } from '../src/policies/duties/informed.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { tasksOf } from './due-tasks.ts';
import { Role } from './enums/role.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { localDaysOf } from './monitored-pages.ts';
import { Account } from './nouns/account.ts';
import { controlOf, Finding, findingOf, JournalControl } from './nouns/finding.ts';
import { Task, taskAsShown } from './nouns/task.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'finding.read' } as const;
const supervising = { capability: 'control.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'Something owed or a finding that nobody answered, brought before whom the regulation names.',
})
class Escalation {
  @Access(supervising)
  @Field(() => Task, { nullable: true, description: 'What is overdue.' })
  readonly task!: Task | null;

  @Access(supervising)
  @Field(() => Finding, { nullable: true, description: 'What was not answered in time.' })
  readonly finding!: Finding | null;

  @Access(supervising)
  @Field(() => [Role], { description: 'Who is informed.' })
  readonly to!: readonly RoleName[];

  @Access(supervising)
  @Field(() => String, { description: 'The clause that names them.' })
  readonly clause!: string;
}

/** Controls, what they found, and what is brought before somebody because nobody saw to it. */
@Resolver(() => Finding)
export class ControlResolver {
  @Access(supervising)
  @Query(() => [JournalControl], {
    description: 'The controls carried out on some days, the latest first, 1,000 at most.',
  })
  async controls(
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last day; a year at most.' }) until: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly JournalControl[]> {
    await reach(context, minPosition);
    const days = await localDaysOf(context, from, until);
    return (await controlsIn(context.reader, scopeFor(context, 'control.read'), days)).map(controlOf);
  }

  @Access(reading)
  @Query(() => [Finding], {
    description:
      'Findings, the latest first, 1,000 at most: for supervisors all of them, for others those addressed to them.',
  })
  async findings(
    @Arg('answered', () => Boolean, { nullable: true, description: 'Only those answered, or not.' })
    answered: boolean | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly Finding[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'finding.read');
    const filter = { answered: answered ?? undefined };
    return (await findingsFor(context.reader, scope, viewerOf(context), filter)).map(findingOf);
  }

  @Access(supervising)
  @Query(() => [Escalation], {
    description:
      'Overdue tasks and findings without an answer, for whom the regulation has informed of them; empty for others, and where it names nobody.',
  })
  async escalations(
    @Arg('from', () => LocalDate, { description: 'Due on this day or later.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'Due on this day at the latest; a year at most.' })
    until: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly Escalation[]> {
    await reach(context, minPosition);
    const days = await localDaysOf(context, from, until);
    const college = context.college();
    const viewer = viewerOf(context);
    const today = await college.today();
    const informed = escalationsGoTo(regulationAt(await college.stateOf(regulations, college.id), today));
    if (!informed?.roles.some((role) => viewer.roles.has(role))) return [];
    const { roles: to, clause } = informed;
    const scope = scopeFor(context, 'finding.read');
    const unanswered = await findingsFor(context.reader, scope, viewer, {
      answered: false,
      expectedBefore: today,
    });
    const tasks = await tasksOf(context, { from: days.from, until: days.until });
    return [
      ...tasks
        .filter(({ state }) => state === 'overdue')
        .map((row) => ({ task: taskAsShown(row), finding: null, to, clause })),
      ...unanswered
        .filter(({ answerBy }) => answerBy !== null && days.from <= answerBy && answerBy <= days.until)
        .map((row) => ({ task: null, finding: findingOf(row), to, clause })),
    ];
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who reported it.' })
  reportedBy(@Root() { row }: Finding, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.reportedBy);
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who answered it.' })
  answeredBy(@Root() { row }: Finding, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.answeredBy);
  }

  @Access(reading)
  @FieldResolver(() => [Account], { description: 'To whom it went by name.' })
  async addressees(@Root() { row }: Finding, @Ctx() { loaders }: Context): Promise<readonly Account[]> {
    const accounts = await Promise.all(row.accounts.map((account) => load(loaders.accounts, account)));
    return accounts.filter((account) => account !== null);
  }
}

/** The edges of a control. */
@Resolver(() => JournalControl)
export class JournalControlEdges {
  @Access(supervising)
  @FieldResolver(() => Account, { nullable: true, description: 'Who carried it out.' })
  by(@Root() { row }: JournalControl, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.account);
  }
}
