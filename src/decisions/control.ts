import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { capabilitiesOf } from '../policies/access.ts';
import type { PlainDate } from '../policies/calendar.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { controls, periodEnds } from './folds/control.ts';
import { groups } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { periods } from './folds/period.ts';
import { referenceData } from './folds/reference-data.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo, rolesOfActor, type Right } from './rights.ts';

/** Records a control of how the journal is kept. */
export type CarryOutControl = EventNamed<'ControlCarriedOut'>['data'] & { readonly summary: string | null };

/** Records that the checklist of a period was gone through. */
export interface CheckPeriodEnd extends Pick<
  EventNamed<'PeriodEndChecked'>['data'],
  'period' | 'pages' | 'findings'
> {
  readonly conclusion: string | null;
}

/** What a control, a finding or an answer may be about. */
export type ControlledThing = EventNamed<'ControlCarriedOut'>['data']['of'];

type ControlParameter = 'control.frequency' | 'control.periodEndCheck';

/** Whoever of the roles that the regulation names for a control may carry it out; where it names none, every supervisor. */
function* rightToControl(
  circumstances: Circumstances,
  regulation: Regulation,
  parameter: ControlParameter,
): Deciding<Right> {
  const right = yield* rightTo(circumstances, 'control.carryOut');
  const named: readonly Role[] | undefined = regulation.value(parameter)?.by;
  if (isRefused(right) || named === undefined) return right;
  const roles = yield* rolesOfActor(circumstances);
  const role = named.find((one) => roles.has(one) && capabilitiesOf(one).has('control.carryOut'));
  return role ?? refuse('NOT_PERMITTED', {}, { capability: 'control.carryOut' }, regulation.rule(parameter));
}

/** The no to a thing that is not there. */
export function* unknownThing({ college }: Circumstances, of: ControlledThing): Deciding<Refused | null> {
  switch (of.kind) {
    case 'college':
      return null;
    case 'department': {
      const { departments } = yield* read(referenceData, college);
      return departments.has(of.id) ? null : refuse('NOT_FOUND', {}, { what: 'department' });
    }
    case 'group':
      return (yield* read(groups, of.id)).formed ? null : refuse('NOT_FOUND', {}, { what: 'group' });
    case 'page':
      return (yield* read(journals, of.id)).opened ? null : refuse('NOT_FOUND', {}, { what: 'journal' });
  }
}

const sealing = <Field extends string>(field: Field, text: string | null) =>
  text === null ? {} : { sealed: { [field]: text } as Readonly<Record<Field, string>> };

/**
 * Records a control by whose duty it is (R-MON-02…05, R-MON-14). It changes nothing in the journal: what is wrong is
 * reported as a finding (T-50).
 */
export function* carryOutControl(
  circumstances: Circumstances,
  { summary, ...control }: CarryOutControl,
): Deciding {
  const { on } = control;
  const { today } = circumstances;
  const regulation = yield* regulationOn(circumstances, on);
  const parameter = 'control.frequency';
  const right = yield* rightToControl(circumstances, regulation, parameter);
  if (isRefused(right)) return right;
  if (on > today) return refuse('DATE_OUT_OF_RANGE', {}, { on, today });
  const unknown = yield* unknownThing(circumstances, control.of);
  if (unknown) return unknown;
  if (yield* read(controls, control.control)) return refuse('ALREADY_EXISTS', {}, { what: 'control' });
  const event = { type: 'ControlCarriedOut', data: control, ...sealing('summary', summary) } as const;
  return accept(right, [{ category: 'control', id: control.control, events: [event] }], {
    rule: applying(regulation.rule(parameter)),
    occurredOn: on,
  });
}

/** Everything there is to check, where the regulation does not say what. */
const CHECKS = ['filling', 'programmeDelivery', 'markObjectivity', 'controlWorks'] as const;

const isDated = (when: string | undefined): boolean => when === 'eachSemester' || when === 'eachStudyPeriod';

/** Records that the checklist of a period was gone through, as often as there is need; the first one counts (R-MON-07). */
export function* checkPeriodEnd(
  circumstances: Circumstances,
  { conclusion, ...command }: CheckPeriodEnd,
): Deciding {
  const { period, findings } = command;
  const subject = { period };
  const state = yield* read(periods, period);
  if (!state) return refuse('NOT_FOUND', subject, { what: 'period' });
  const regulation = yield* regulationOn(circumstances, state.until);
  const parameter = 'control.periodEndCheck';
  const right = yield* rightToControl(circumstances, regulation, parameter);
  if (isRefused(right)) return right;
  const { today } = circumstances;
  if (today < state.from) return refuse('DATE_OUT_OF_RANGE', subject, { from: state.from, today });
  const rule = regulation.value(parameter);
  const deadline: PlainDate | null = isDated(rule?.when) ? state.until : null;
  const isFirst = (yield* read(periodEnds, period)) === null;
  const data = { period, checks: [...(rule?.checks ?? CHECKS)], pages: command.pages, findings };
  const event = { type: 'PeriodEndChecked', data, ...sealing('conclusion', conclusion) } as const;
  return accept(right, [{ category: 'periodEnd', id: period, events: [event] }], {
    rule: applying(regulation.rule(parameter), {
      deadline,
      late: isFirst && deadline !== null && today > deadline,
    }),
  });
}
