import { Field, ID, InputType } from 'type-graphql';
import type { LocalDays } from '../projections/monitoring/activity.ts';
import { pagesWithin, type PageFilter } from '../projections/monitoring/pages.ts';
import { colleges } from '../src/decisions/folds/college.ts';
import type { PlainDate } from '../src/policies/calendar.ts';
import type { Scope } from '../src/policies/scope.ts';
import type { Context } from './context.ts';
import { uuidIfGiven } from './global-id.ts';
import { problem } from './errors/problem.ts';

@InputType({ description: 'Which pages are asked about; what is left out does not narrow them.' })
export class MonitoringFilter {
  @Field(() => ID, { nullable: true, description: 'One page.' })
  readonly journalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The pages of a group.' })
  readonly groupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The pages of an attestation period.' })
  readonly periodId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The pages in a teacher’s load.' })
  readonly teacherId?: string | null;
}

/** A year and the day it ends on. */
const MOST_DAYS = 366;

/** Days of a question by the college's calendar, both included; a stretch turned around or too long is malformed. */
export const localDaysOf = async (
  context: Context,
  from: PlainDate,
  until: PlainDate,
): Promise<LocalDays> => {
  if (from > until) throw problem('DAYS_TURNED_AROUND', { from, until });
  const { days } = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until));
  if (days >= MOST_DAYS) throw problem('DAYS_OUT_OF_BOUNDS', { most: MOST_DAYS });
  const { id, stateOf } = context.college();
  return { from, until, zone: (await stateOf(colleges, id)).zone };
};

/** A day that has come; one that lies ahead is malformed: nothing can be said of it. */
export const comeBy = (on: PlainDate, today: PlainDate): PlainDate => {
  if (on > today) throw problem('DAY_AHEAD', { day: on, today });
  return on;
};

/** A page that is named must be one that the viewer sees: nothing is said of a page by saying nothing. */
export const demandPage = async (
  { reader }: Context,
  scope: Scope,
  { journal }: Pick<PageFilter, 'journal'>,
): Promise<void> => {
  if (journal === undefined) return;
  const [page] = await pagesWithin(reader, scope, { journal }).select('p.journal').execute();
  if (page) return;
  throw problem('NO_SUCH_PAGE');
};

/** The pages behind a filter. */
export const pageFilterOf = async (
  context: Context,
  scope: Scope,
  { journalId, groupId, periodId, teacherId }: MonitoringFilter,
): Promise<PageFilter> => {
  const filter = {
    journal: uuidIfGiven('Journal', journalId),
    group: uuidIfGiven('StudyGroup', groupId),
    period: uuidIfGiven('AttestationPeriod', periodId),
    teacher: uuidIfGiven('Account', teacherId),
  };
  await demandPage(context, scope, filter);
  return filter;
};
