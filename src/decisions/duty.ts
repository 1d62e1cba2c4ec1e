import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { boundsOf } from '../policies/academic-year.ts';
import { capabilitiesOf } from '../policies/access.ts';
import { deadlineOf, DUTY_PARAMETERS, termKind, type DutyTerm } from '../policies/duties/deadline.ts';
import { dutyKey } from '../policies/duties/duty.ts';
import { plusDays, type PlainDate } from '../policies/calendar.ts';
import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { duties } from './folds/control.ts';
import { groups } from './folds/group.ts';
import { periods } from './folds/period.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator, rolesOfActor, type Right } from './rights.ts';

/** Says that something owed was made and handed over. */
export type FulfilDuty = EventNamed<'DutyFulfilled'>['data'];

/** The days that a term means: of its year, its month, its week or its period. */
function* daysOf(term: string): Deciding<DutyTerm | Refused> {
  switch (termKind(term)) {
    case 'year':
      return { term, ...boundsOf(Number(term)), period: null };
    case 'month': {
      const last = Temporal.PlainDate.from(`${term}-01`).add({ months: 1 }).subtract({ days: 1 });
      return { term, from: `${term}-01`, until: last.toString(), period: null };
    }
    case 'week': {
      const monday = Temporal.PlainDate.from(term);
      if (monday.dayOfWeek !== 1) return refuse('DATE_OUT_OF_RANGE', {}, { week: term });
      return { term, from: term, until: monday.add({ days: 6 }).toString(), period: null };
    }
    case 'period': {
      const period = yield* read(periods, term);
      return period
        ? { term, from: period.from, until: period.until, period: period.until }
        : refuse('NOT_FOUND', { period: term }, { what: 'period' });
    }
  }
}

/** A duty about a group is its curator's where the regulation names curators; else that of whom it names. */
function* rightToFulfil(
  circumstances: Circumstances,
  { group }: FulfilDuty,
  by: readonly Role[],
  rule: Parameters<typeof refuse>[3],
): Deciding<Right> {
  const roles = yield* rolesOfActor(circumstances);
  const named = by.find(
    (role) => role !== 'groupCurator' && roles.has(role) && capabilitiesOf(role).has('duty.fulfil'),
  );
  if (named) return named;
  if (by.includes('groupCurator') && roles.has('groupCurator'))
    return yield* rightAsCurator(circumstances, 'duty.fulfil', group, {});
  return refuse('NOT_PERMITTED', {}, { capability: 'duty.fulfil' }, rule);
}

/** August already belongs to the next year. */
const AUGUST_DAYS = 31;

/** The day whose regulation says what is owed, whenever it is done: a period's end, July of a year, else the first day (T-48). */
const dayBehind = ({ term, from, until }: DutyTerm): PlainDate => {
  const kind = termKind(term);
  if (kind === 'period') return until;
  return kind === 'year' ? plusDays(until, -AUGUST_DAYS) : from;
};

/** Records that a report, a summary or a printout was made and handed over, by whoever owes it; late is flagged (R-REP-01…18). */
export function* fulfilDuty(circumstances: Circumstances, command: FulfilDuty): Deciding {
  const { duty, group, term } = command;
  const days = yield* daysOf(term);
  if (isRefused(days)) return days;
  const { today } = circumstances;
  const regulation = yield* regulationOn(circumstances, dayBehind(days));
  const parameter = DUTY_PARAMETERS[duty];
  const rule = regulation.rule(parameter);
  const due = deadlineOf(regulation, duty, days);
  if (due === null) return refuse('NOT_FOUND', {}, { what: 'duty', duty }, rule);
  const right = yield* rightToFulfil(circumstances, command, due.by, rule);
  if (isRefused(right)) return right;
  if (due.ofGroup !== (group !== null) || (group !== null && !(yield* read(groups, group)).formed))
    return refuse('NOT_FOUND', {}, { what: 'group' });
  if (!due.terms.includes(termKind(term))) return refuse('IMPOSSIBLE_VALUE', {}, { term }, rule);
  if (days.from > today) return refuse('DATE_OUT_OF_RANGE', {}, { from: days.from, today });

  const id = dutyKey(duty, group, term);
  const doneOn = yield* read(duties, id);
  if (doneOn !== null) return refuse('ALREADY_DONE', {}, { doneOn });
  const event = { type: 'DutyFulfilled', data: command } as const;
  return accept(right, [{ category: 'duty', id, events: [event] }], {
    rule: applying(rule, { deadline: due.until, late: due.until !== null && today > due.until }),
  });
}
