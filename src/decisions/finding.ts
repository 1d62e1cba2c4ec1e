import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { capabilitiesOf } from '../policies/access.ts';
import { findingsGoTo } from '../policies/duties/informed.ts';
import type { RuleApplied } from '../../events/recorded.ts';
import { applying } from './applying.ts';
import { unknownThing, type ControlledThing } from './control.ts';
import {
  accept,
  read,
  readAll,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { accesses, isOnStaff } from './folds/access.ts';
import { controls, findings, type FindingState } from './folds/control.ts';
import { groups } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo, rolesOfActor, type Right } from './rights.ts';

/** Reports what is wrong to whom it concerns; those whom the regulation names are told in any case. */
export interface ReportFinding {
  readonly finding: string;
  readonly control: string | null;
  readonly of: ControlledThing;
  /** Who is told beside them. */
  readonly accounts: readonly string[];
  readonly answerBy: EventNamed<'FindingReported'>['data']['answerBy'];
  readonly text: string;
}

/** Says what was done about a finding. */
export interface AnswerFinding {
  readonly finding: string;
  readonly measures: string;
}

function* addresseeFault({ today }: Circumstances, { accounts }: ReportFinding): Deciding<Refused | null> {
  const states = yield* readAll(accesses, accounts);
  const stranger = states.findIndex((state) => !isOnStaff(state, today));
  return stranger === -1 ? null : refuse('NOT_ON_STAFF_LIST', {}, { index: stranger });
}

/**
 * Reports a finding: by who controls, to the accounts named and to whom the regulation names (R-MON-08, R-MON-10).
 * Where neither names anybody it goes nowhere, and is refused.
 */
export function* reportFinding(circumstances: Circumstances, command: ReportFinding): Deciding {
  const { finding, control, of, accounts, answerBy, text } = command;
  const right = yield* rightTo(circumstances, 'control.carryOut');
  if (isRefused(right)) return right;
  if (text.trim() === '') return refuse('REASON_REQUIRED', {});
  const { today } = circumstances;
  if (answerBy !== null && answerBy < today) return refuse('DATE_OUT_OF_RANGE', {}, { answerBy, today });
  const unknown = yield* unknownThing(circumstances, of);
  if (unknown) return unknown;
  if (control !== null && !(yield* read(controls, control)))
    return refuse('NOT_FOUND', {}, { what: 'control' });
  if (yield* read(findings, finding)) return refuse('ALREADY_EXISTS', {}, { what: 'finding' });
  const stranger = yield* addresseeFault(circumstances, command);
  if (stranger) return stranger;

  const regulation = yield* regulationOn(circumstances, today);
  const informed = findingsGoTo(regulation);
  if (!informed && accounts.length === 0) return refuse('NOT_FOUND', {}, { what: 'addressee' });
  const rule: RuleApplied | null = informed
    ? applying({ ...regulation.rule('control.frequency'), clause: informed.clause })
    : null;
  const data = {
    finding,
    control,
    of,
    accounts: [...new Set(accounts)],
    roles: [...(informed?.roles ?? [])],
    pedagogicalCouncil: informed?.pedagogicalCouncil ?? false,
    answerBy,
  };
  const event = { type: 'FindingReported', data, sealed: { finding: text } } as const;
  return accept(right, [{ category: 'finding', id: finding, events: [event] }], { rule });
}

/** The group and the teachers that a finding is about, as far as it is about any. */
function* concerned(
  of: ControlledThing,
): Deciding<{ readonly group: string | null; readonly teachers: ReadonlySet<string> }> {
  if (of.kind === 'group') return { group: of.id, teachers: new Set() };
  if (of.kind !== 'page') return { group: null, teachers: new Set() };
  const page = yield* read(journals, of.id);
  return { group: page.opened?.group ?? null, teachers: new Set(page.teachers.keys()) };
}

/** A role answers for what is its own: a teacher for the own page, a curator for the own group, the others for all. */
function* rightToAnswer(
  circumstances: Circumstances,
  { of, accounts, roles: addressed }: NonNullable<FindingState>,
): Deciding<Right> {
  const { account } = circumstances.actor;
  const able = [...(yield* rolesOfActor(circumstances))].filter((role) =>
    capabilitiesOf(role).has('finding.answer'),
  );
  const [first] = able;
  if (first !== undefined && accounts.includes(account)) return first;
  const { group, teachers } = yield* concerned(of);
  const curated = group === null ? null : (yield* read(groups, group)).curator;
  const isTheirs = (role: Role): boolean => {
    if (role === 'groupCurator') return curated === account;
    return role === 'teacher' || role === 'practicalTrainingInstructor' ? teachers.has(account) : true;
  };
  return (
    able.find((role) => addressed.includes(role) && isTheirs(role)) ??
    refuse('NOT_PERMITTED', {}, { capability: 'finding.answer' })
  );
}

/** Answers a finding with measures, by one of those it was addressed to; once, for the first answer settles it. */
export function* answerFinding(circumstances: Circumstances, { finding, measures }: AnswerFinding): Deciding {
  const state = yield* read(findings, finding);
  if (!state) return refuse('NOT_FOUND', {}, { what: 'finding' });
  const right = yield* rightToAnswer(circumstances, state);
  if (isRefused(right)) return right;
  if (measures.trim() === '') return refuse('REASON_REQUIRED', {});
  if (state.answered) return refuse('ALREADY_DONE', {}, { state: 'answered' });
  const event = { type: 'FindingAnswered', data: { finding }, sealed: { measures } } as const;
  return accept(right, [{ category: 'finding', id: finding, events: [event] }]);
}
