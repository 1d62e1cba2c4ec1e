import type { DomainEvent } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { plusWorkingDays, type PlainDate } from '../policies/calendar.ts';
import { applying } from './applying.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { outages, type OutageState } from './folds/outage.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';
import { workingCalendarOn } from './working-calendar.ts';

/** Says that the journal is out of reach. */
export interface DeclareOutage {
  readonly outage: string;
  readonly from: PlainDate;
  readonly reason: string;
}

/** Notes a request to the developers. */
export interface AskDevelopers {
  readonly outage: string;
  readonly reference: string;
}

/** Puts off an inspection's demand for data. */
export interface DeferInspection {
  readonly outage: string;
  readonly inspection: string;
}

/** Says that access is back. */
export interface RestoreAccess {
  readonly outage: string;
  readonly on: PlainDate;
}

const write = (
  outage: string,
  right: Role,
  event: DomainEvent,
  grounds: Partial<Pick<Accepted, 'rule' | 'occurredOn'>> = {},
): Accepted => accept(right, [{ category: 'outage', id: outage, events: [event] }], grounds);

function* declared(outage: string): Deciding<NonNullable<OutageState> | Refused> {
  return (yield* read(outages, outage)) ?? refuse('NOT_FOUND', {}, { what: 'outage' });
}

/** Declares an outage, usually once it can be said again: from a day that is not ahead (R-OUT-01). */
export function* declareOutage(circumstances: Circumstances, command: DeclareOutage): Deciding {
  const { outage, from, reason } = command;
  const right = yield* rightTo(circumstances, 'outage.declare');
  if (isRefused(right)) return right;
  if (yield* read(outages, outage)) return refuse('ALREADY_EXISTS', {}, { what: 'outage' });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  if (from > circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', {}, { from, today: circumstances.today });

  const regulation = yield* regulationOn(circumstances, from);
  const rule = applying(regulation.rule('outage.temporaryJournal'));
  const event = { type: 'OutageDeclared', data: { outage, from }, sealed: { reason } } as const;
  return write(outage, right, event, { rule, occurredOn: from });
}

/** Notes that the developers were asked for help (R-OUT-04). */
export function* askDevelopers(circumstances: Circumstances, { outage, reference }: AskDevelopers): Deciding {
  const right = yield* rightTo(circumstances, 'outage.declare');
  if (isRefused(right)) return right;
  const state = yield* declared(outage);
  if (isRefused(state)) return state;
  return write(outage, right, { type: 'DevelopersAsked', data: { outage }, sealed: { reference } });
}

/** Puts an inspection's data off to the moment access is back, where the regulation knows that (R-OUT-03). */
export function* deferInspection(circumstances: Circumstances, command: DeferInspection): Deciding {
  const { outage, inspection } = command;
  const right = yield* rightTo(circumstances, 'outage.declare');
  if (isRefused(right)) return right;
  const state = yield* declared(outage);
  if (isRefused(state)) return state;
  if (state.until !== null) return refuse('ALREADY_DONE', {}, { state: 'restored', until: state.until });
  if (state.deferred.includes(inspection)) return accept(right, []);
  const regulation = yield* regulationOn(circumstances, state.from);
  const rule = regulation.rule('outage.inspectionDeferral');
  if (regulation.value('outage.inspectionDeferral') !== true)
    return refuse('NOT_PERMITTED', {}, { capability: 'outage.declare' }, rule);
  const event = { type: 'InspectionDeferred', data: { outage }, sealed: { inspection } } as const;
  return write(outage, right, event, { rule: applying(rule) });
}

/**
 * Ends an outage, and gives its temporary journals the last day on which they may be brought over: working days
 * counted from the day after the restoration (R-OUT-02, T-42).
 */
export function* restoreAccess(circumstances: Circumstances, command: RestoreAccess): Deciding {
  const { outage, on } = command;
  const right = yield* rightTo(circumstances, 'outage.declare');
  if (isRefused(right)) return right;
  const state = yield* declared(outage);
  if (isRefused(state)) return state;
  if (state.until !== null) return refuse('ALREADY_DONE', {}, { state: 'restored', until: state.until });
  if (on < state.from || on > circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', {}, { on, from: state.from, today: circumstances.today });

  const regulation = yield* regulationOn(circumstances, on);
  const days = regulation.value('outage.backEntryWorkingDays');
  const backEntryUntil =
    days === null ? null : plusWorkingDays(yield* workingCalendarOn(circumstances, on, { days }), on, days);
  const rule = applying(regulation.rule('outage.backEntryWorkingDays'), { deadline: backEntryUntil });
  const event = { type: 'AccessRestored', data: { outage, on, backEntryUntil } } as const;
  return write(outage, right, event, { rule, occurredOn: on });
}
