import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { dutyFacts } from '../projections/duties/facts.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import type { Days } from '../src/policies/academic-year.ts';
import { dueTasks } from '../src/policies/duties/due-tasks.ts';
import type { Task as Row } from '../src/policies/duties/duty.ts';
import type { PendingFact } from '../src/policies/duties/facts.ts';
import { isOwedBy, isVisibleTo } from '../src/policies/duties/whose.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { localDaysOf } from './monitored-pages.ts';
import { Account } from './nouns/account.ts';
import { StudyGroup } from './nouns/study-group.ts';
import { Task, taskAsShown } from './nouns/task.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'task.read' } as const;

const MOST = 2000;

/** Everything owed on some days, by the regulation of each; who sees what of it is not asked here. */
export const tasksOf = async (context: Context, days: Days): Promise<readonly Row[]> => {
  const college = context.college();
  const today = await college.today();
  const state = await college.stateOf(regulations, college.id);
  const proposed = [...state.changes.values()]
    .filter(({ status }) => status === 'pending')
    .map(({ change, effectiveFrom }): PendingFact => ({
      duty: 'regulationConfirmation',
      id: change,
      until: effectiveFrom,
      journal: null,
    }));
  const facts = await dutyFacts(context.reader, scopeFor(context, 'task.read'), days, today);
  return dueTasks(
    {
      facts: { ...facts, pending: [...proposed, ...facts.pending] },
      regulationOn: (day) => regulationAt(state, day),
      ...days,
    },
    today,
  );
};

/** Who owes what by when. */
@Resolver(() => Task)
export class DueTaskResolver {
  @Access(reading)
  @Query(() => [Task], {
    description:
      'Who owes what by when, the earliest first, 2,000 at most: the own tasks, those of the own group, or for supervisors all of them. A duty to which the regulation gives no date is not among them.',
  })
  async dueTasks(
    @Arg('from', () => LocalDate, { description: 'Due on this day or later.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'Due on this day at the latest; a year at most.' })
    until: string,
    @Arg('mine', () => Boolean, { defaultValue: false, description: 'Only what the viewer owes.' })
    mine: boolean,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly Task[]> {
    await reach(context, minPosition);
    const days = await localDaysOf(context, from, until);
    const viewer = viewerOf(context);
    const scope = scopeFor(context, 'task.read');
    const tasks = await tasksOf(context, { from: days.from, until: days.until });
    return tasks
      .filter((task) => (mine ? isOwedBy(task, viewer) : isVisibleTo(task, viewer, scope)))
      .slice(0, MOST)
      .map(taskAsShown);
  }

  @Access(reading)
  @FieldResolver(() => [Account], { description: 'Who owes it, where that is known.' })
  async owners(@Root() { row }: Task, @Ctx() { loaders }: Context): Promise<readonly Account[]> {
    const accounts = await Promise.all(row.accounts.map((account) => load(loaders.accounts, account)));
    return accounts.filter((account) => account !== null);
  }

  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group it concerns.' })
  group(@Root() { row }: Task, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, row.group);
  }
}
