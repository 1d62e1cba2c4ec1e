import type { EventNamed } from '../../events/register.ts';
import { isParameterKey, parameterOf } from '../policies/regulation/parameters.ts';
import { regulationAt, type Regulation } from '../policies/regulation/regulation.ts';
import { valueFaults } from '../policies/regulation/value-faults.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { regulations, reachesBack, type ChangeState } from './folds/regulation.ts';
import { isRefused, rightTo } from './rights.ts';

/** New values for parameters of the regulation, from a day on, by an order. */
export interface ProposeRegulationChange extends Omit<
  EventNamed<'RegulationChanged'>['data'],
  'college' | 'values'
> {
  /** The clause is that of the college's own text; `null`: the order itself. */
  readonly values: readonly {
    readonly parameter: string;
    readonly value: unknown;
    readonly clause: string | null;
  }[];
  readonly reason: string;
}

/** The second person's yes to a proposed change. */
export interface ConfirmRegulationChange {
  readonly change: string;
}

/** A no to a proposed change, or its taking back. */
export interface DeclineRegulationChange {
  readonly change: string;
  readonly reason: string;
}

/** The regulation in force on a day: the lesson's, the period's end, or today, whichever the rule is about. */
export function* regulationOn({ college }: Circumstances, day: PlainDate): Deciding<Regulation> {
  return regulationAt(yield* read(regulations, college), day);
}

const faultIn = ({ values }: ProposeRegulationChange): Refused | null => {
  const seen = new Set<string>();
  for (const [index, { parameter, value }] of values.entries()) {
    if (!isParameterKey(parameter)) return refuse('UNKNOWN_PARAMETER', {}, { index });
    if (seen.has(parameter)) return refuse('ALREADY_ASSIGNED', {}, { index, parameter });
    seen.add(parameter);
    const [fault] = valueFaults(parameter, value);
    if (fault !== undefined) return refuse('IMPOSSIBLE_VALUE', {}, { index, parameter, fault });
  }
  return null;
};

/**
 * Changes the regulation from a day on: never for days that lie behind, so no deadline already given moves (T-48).
 * Edit windows and locks wait for a second person; everything else holds at once.
 */
export function* proposeRegulationChange(
  circumstances: Circumstances,
  command: ProposeRegulationChange,
): Deciding {
  const { college, today } = circumstances;
  const right = yield* rightTo(circumstances, 'regulation.configure');
  if (isRefused(right)) return right;
  const { change, effectiveFrom, reason, order } = command;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  const fault = faultIn(command);
  if (fault) return fault;
  if (reachesBack(command, today)) return refuse('DATE_OUT_OF_RANGE', {}, { effectiveFrom, today });

  const { changes } = yield* read(regulations, college);
  if (changes.has(change)) return refuse('ALREADY_EXISTS', {}, { what: 'regulationChange' });
  const values = command.values.map(({ parameter, value, clause }) => ({
    parameter,
    // Checked against the parameter's schema above, whose values are all JSON.
    value: value as EventNamed<'RegulationChanged'>['data']['values'][number]['value'],
    clause: clause ?? order,
  }));
  const waits = values.some(
    ({ parameter }) => isParameterKey(parameter) && parameterOf(parameter).secondPerson,
  );
  const data = { college, change, effectiveFrom, values, order };
  const type = waits ? 'RegulationChangeProposed' : 'RegulationChanged';
  return accept(right, [
    { category: 'regulation', id: college, events: [{ type, data, sealed: { reason } }] },
  ]);
}

function* pendingChange({ college }: Circumstances, change: string): Deciding<ChangeState | Refused> {
  const found = (yield* read(regulations, college)).changes.get(change);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'regulationChange' });
  return found.status === 'pending' ? found : refuse('ALREADY_DONE', {}, { state: found.status });
}

/** Confirms a proposed change: somebody else than who proposed it, and before its day has passed. */
export function* confirmRegulationChange(
  circumstances: Circumstances,
  { change }: ConfirmRegulationChange,
): Deciding {
  const { college, today, actor } = circumstances;
  const right = yield* rightTo(circumstances, 'regulation.confirm');
  if (isRefused(right)) return right;
  const pending = yield* pendingChange(circumstances, change);
  if (isRefused(pending)) return pending;
  if (pending.proposedBy === actor.account)
    return refuse('SECOND_PERSON_REQUIRED', {}, { what: 'regulationChange' });
  const { effectiveFrom } = pending;
  if (reachesBack(pending, today)) return refuse('DATE_OUT_OF_RANGE', {}, { effectiveFrom, today });
  return accept(right, [
    {
      category: 'regulation',
      id: college,
      events: [{ type: 'RegulationChangeConfirmed', data: { college, change } }],
    },
  ]);
}

/** Declines a proposed change; who proposed it may take it back in the same way. */
export function* declineRegulationChange(
  circumstances: Circumstances,
  { change, reason }: DeclineRegulationChange,
): Deciding {
  const { college } = circumstances;
  const right = yield* rightTo(circumstances, 'regulation.confirm');
  if (isRefused(right)) return right;
  const pending = yield* pendingChange(circumstances, change);
  if (isRefused(pending)) return pending;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  const event = { type: 'RegulationChangeDeclined', data: { college, change }, sealed: { reason } } as const;
  return accept(right, [{ category: 'regulation', id: college, events: [event] }]);
}
