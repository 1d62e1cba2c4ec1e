import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { isDue } from '../policies/personal-data-terms.ts';
import { isSecondPerson } from '../policies/role-granting.ts';
import { applying } from './applying.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
  type Write,
} from './decision.ts';
import { erasureTerms, standingKeys, type RuledTerm } from './erasure-terms.ts';
import { accesses } from './folds/access.ts';
import { erasures, isAmong, openTerms, type ErasureState, type KeyOf } from './folds/erasure.ts';
import { students } from './folds/student.ts';
import type { Subject } from './refusal.ts';
import { isRefused, rightTo } from './rights.ts';
import type { Warning } from './warning.ts';

/** Asks for personal data to be destroyed. */
export type RequestErasure = EventNamed<'ErasureRequested'>['data'];

/** Agrees that what is due be destroyed. */
export interface ApproveErasure {
  readonly erasure: string;
}

/** Leaves standing what was not destroyed yet. */
export type DeclineErasure = EventNamed<'ErasureDeclined'>['data'];

/** What was asked for, as far as it concerns a student. */
const aboutOf = ({ subject, subjectKind }: RequestErasure): Subject =>
  subjectKind === 'student' ? { student: subject } : {};

/** Why a key cannot go today. */
const notOver = ({ purpose, basis, dueOn }: RuledTerm) => ({
  purpose,
  basis,
  ...(dueOn !== null && { dueOn }),
});

const stillKept = (terms: readonly RuledTerm[], subject: Subject): Refused => {
  const [first] = terms;
  return first
    ? refuse('RETENTION_NOT_OVER', subject, notOver(first), first.rule)
    : refuse('NOT_FOUND', subject, { what: 'personalData' });
};

/** A person's data are no record's: they have terms of their own. */
function* isPerson(subject: string): Deciding<Refused | null> {
  const { registered } = yield* read(students, subject);
  const { holder } = yield* read(accesses, subject);
  return registered || holder !== null ? refuse('WRONG_KIND', {}, { subjectKind: 'record' }) : null;
}

/** Whether the person is of the kind that was named, and the accounts are the student's own. */
function* faultIn(command: RequestErasure): Deciding<Refused | null> {
  const { subject, subjectKind, accounts } = command;
  if (subjectKind === 'record') return yield* isPerson(subject);
  if (subjectKind !== 'student') {
    const { holder } = yield* read(accesses, subject);
    return holder === subjectKind ? null : refuse('NOT_FOUND', {}, { what: subjectKind });
  }
  const about = { student: subject };
  if (!(yield* read(students, subject)).registered) return refuse('NOT_FOUND', about, { what: 'student' });
  for (const account of accounts) {
    const { holder, grants } = yield* read(accesses, account);
    if (holder !== 'student' || ![...grants.values()].some(({ student }) => student === subject))
      return refuse('WRONG_HOLDER', about, { what: 'account' });
  }
  return null;
}

/** The end of each key that still seals something. */
function* destroying(keys: readonly KeyOf[], erasure: string): Deciding<readonly Write[]> {
  return (yield* standingKeys(keys)).map(({ subject, purpose, generation }) => ({
    category: 'key',
    id: `${subject}.${purpose}`,
    events: [{ type: 'SubjectKeyDestroyed', data: { subject, purpose, generation, erasure } }],
  }));
}

/** Records an agreement; with `destroys`, the keys end in the same append. */
export function* recordErasure(
  right: Role,
  erasure: string,
  events: readonly DomainEvent[],
  {
    destroys,
    warnings = [],
    rule,
  }: {
    readonly destroys: readonly KeyOf[];
    readonly warnings?: readonly Warning[];
    readonly rule?: RuledTerm['rule'];
  },
): Deciding<Accepted> {
  const writes = [
    { category: 'erasure', id: erasure, events } as const,
    ...(yield* destroying(destroys, erasure)),
  ];
  return accept(right, writes, { warnings, rule: rule ? applying(rule) : null });
}

/**
 * Asks for somebody's data to be destroyed, and says from when on each may go. Contacts rest on consent: where the
 * person or the guardian asks, they go at once. Everything else waits for its day and for two persons. Where nothing
 * may go today or on a day to come, it is refused with the basis on which the data are kept.
 */
export function* requestErasure(circumstances: Circumstances, command: RequestErasure): Deciding {
  const { erasure, requestedBy } = command;
  const about = aboutOf(command);
  const right = yield* rightTo(circumstances, 'erasure.request', about);
  if (isRefused(right)) return right;
  if (yield* read(erasures, erasure)) return refuse('ALREADY_EXISTS', about, { what: 'erasure' });
  const fault = yield* faultIn(command);
  if (fault) return fault;

  const terms = yield* erasureTerms(circumstances, command);
  const { today } = circumstances;
  // A term that has to be waited for whatever is done, such as the days of free text, is no obstacle to asking.
  const isObstacle = (term: RuledTerm): boolean => !isDue(term, today) && term.basis !== 'noLongerNeeded';
  if (terms.every(isObstacle)) return stillKept(terms, about);
  const withdrawn =
    requestedBy === 'subject' || requestedBy === 'guardian'
      ? terms.filter(({ basis }) => basis === 'consentWithdrawn')
      : [];
  const keys = withdrawn.map(({ subject, purpose }) => ({ subject, purpose }));
  const events: DomainEvent[] = [
    { type: 'ErasureRequested', data: command },
    { type: 'ErasureScheduled', data: { erasure, terms: terms.map(({ rule: _, ...term }) => term) } },
    ...(keys.length > 0
      ? [{ type: 'ErasureApproved', data: { erasure, step: 'withdrawal', keys } } as const]
      : []),
  ];
  const warnings = terms
    .filter(isObstacle)
    .map((term) => ({ code: 'RETENTION_NOT_OVER', facts: notOver(term), ...term.rule }) as const);
  return yield* recordErasure(right, erasure, events, { destroys: keys, warnings });
}

function* open(erasure: string): Deciding<NonNullable<ErasureState> | Refused> {
  const state = yield* read(erasures, erasure);
  if (!state) return refuse('NOT_FOUND', {}, { what: 'erasure' });
  const about = aboutOf(state.data);
  if (state.declined) return refuse('ALREADY_DONE', about, { state: 'declined' });
  return openTerms(state).length > 0 ? state : refuse('ALREADY_DONE', about, { state: 'destroyed' });
}

/** The terms that stand: a day once given does not move, but who came back to study has none. */
function* standingTerms(
  circumstances: Circumstances,
  state: NonNullable<ErasureState>,
): Deciding<readonly RuledTerm[]> {
  const given = openTerms(state);
  return (yield* erasureTerms(circumstances, state.data)).flatMap((term) => {
    const scheduled = given.find((one) => isAmong([one], term));
    if (!scheduled) return [];
    return term.dueOn === null || scheduled.dueOn === null ? [term] : [{ ...term, dueOn: scheduled.dueOn }];
  });
}

/**
 * Agrees that what is due be destroyed. It takes two different persons, of whom one may have asked for it, and never
 * the person whose data they are; before the day it is refused, with the basis and the day. With the second agreement
 * the keys end, and with them every text.
 */
export function* approveErasure(circumstances: Circumstances, { erasure }: ApproveErasure): Deciding {
  const { actor, today } = circumstances;
  const right = yield* rightTo(circumstances, 'erasure.approve');
  if (isRefused(right)) return right;
  const state = yield* open(erasure);
  if (isRefused(state)) return state;
  const about = aboutOf(state.data);
  if ([state.data.subject, ...state.data.accounts].includes(actor.account))
    return refuse('OWN_RIGHTS', about, { what: 'erasure' });

  const terms = yield* standingTerms(circumstances, state);
  const due = terms.filter((term) => isDue(term, today));
  if (due.length === 0) return stillKept(terms, about);
  const { approval } = state;
  const [{ rule } = {}] = due;
  const grounds = rule ? { rule } : {};
  const agreed = due
    .map(({ subject, purpose }) => ({ subject, purpose }))
    .filter((key) => approval === null || isAmong(approval.keys, key));
  if (approval === null || agreed.length === 0) {
    const keys = due.map(({ subject, purpose }) => ({ subject, purpose }));
    const first = { type: 'ErasureApproved', data: { erasure, step: 'first', keys } } as const;
    return yield* recordErasure(right, erasure, [first], { destroys: [], ...grounds });
  }
  if (!isSecondPerson(actor.account, approval.by))
    return refuse('SECOND_PERSON_REQUIRED', about, { what: 'erasure' });
  const second = { type: 'ErasureApproved', data: { erasure, step: 'second', keys: agreed } } as const;
  return yield* recordErasure(right, erasure, [second], { destroys: agreed, ...grounds });
}

/** Declines an erasure, or takes it back; what was destroyed stays destroyed. */
export function* declineErasure(circumstances: Circumstances, command: DeclineErasure): Deciding {
  const right = yield* rightTo(circumstances, 'erasure.approve');
  if (isRefused(right)) return right;
  const state = yield* open(command.erasure);
  if (isRefused(state)) return state;
  return yield* recordErasure(right, command.erasure, [{ type: 'ErasureDeclined', data: command }], {
    destroys: [],
  });
}
