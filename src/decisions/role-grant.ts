import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { earlier, plusDays, type PlainDate } from '../policies/calendar.ts';
import {
  isPedagogical,
  isSecondPerson,
  LEARNER_HOLDERS,
  mayGive,
  needsSecondPerson,
} from '../policies/role-granting.ts';
import { capabilitiesOf } from '../policies/access.ts';
import { inAccount } from './access.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { accesses, type AccessState, type ProposedRole } from './folds/access.ts';
import { staysOn, type Stay } from './folds/group.ts';
import { students } from './folds/student.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo, rolesOfActor, type Right } from './rights.ts';

/** Gives a role, or proposes one that needs a second person. */
export interface GrantRole extends Omit<EventNamed<'RoleGrantProposed'>['data'], 'from' | 'until'> {
  /** The first day it gives a right; left out, today. */
  readonly from?: PlainDate | null;
  /** The last day; left out, it lasts. */
  readonly until?: PlainDate | null;
}

/** The second person’s yes to a proposed role. */
export interface ConfirmRoleGrant {
  readonly account: string;
  readonly grant: string;
}

/** A no to a proposed role, or its taking back. */
export interface DeclineRoleGrant extends ConfirmRoleGrant {
  readonly reason: string;
}

/** Takes a role back, at once or after a day. */
export interface RevokeRole {
  readonly account: string;
  readonly role: Role;
  readonly reason: string;
  /** The last day it gives a right; left out, it gives none from now on. */
  readonly until?: PlainDate | null;
}

type Terms = EventNamed<'RoleGrantProposed'>['data'];

/** The first role of the actor that may give or take this one: rights of several roles add up (R-ROLE-06, R-ROLE-07). */
function* rightToGive(circumstances: Circumstances, role: Role): Deciding<Right> {
  if (circumstances.source === 'import') return yield* rightTo(circumstances, 'history.import');
  const held = [...(yield* rolesOfActor(circumstances))].filter((candidate) =>
    capabilitiesOf(candidate).has('role.grant'),
  );
  const facts = { capability: 'role.grant', ...(held.length > 0 && { role }) };
  const giving = held.filter((candidate) => mayGive(candidate, role));
  if (!isPedagogical(role) || giving.length === 0) return giving[0] ?? refuse('NOT_PERMITTED', {}, facts);
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const named: readonly Role[] | null = regulation.value('teacherRoles.grantedBy');
  return (
    giving.find((candidate) => named?.includes(candidate) ?? true) ??
    refuse('NOT_PERMITTED', {}, facts, regulation.rule('teacherRoles.grantedBy'))
  );
}

const overlap = (a: Stay, b: Stay): boolean => a.from <= (b.until ?? a.from) && b.from <= (a.until ?? b.from);

/** Roles that a regulation may not know (R-ROLE-01). */
function* unknownCategory(circumstances: Circumstances, { role, from }: Terms): Deciding<Refused | null> {
  if (role !== 'practicalTrainingInstructor') return null;
  const regulation = yield* regulationOn(circumstances, from);
  const parameter = 'userCategories.practicalTrainingInstructor';
  return regulation.value(parameter) === false
    ? refuse('NOT_PERMITTED', {}, { role }, regulation.rule(parameter))
    : null;
}

/** Whether the person can hold the role from its first day on: staff on the list, learners by their account (T-37). */
function* holderFault({ holder, staff }: AccessState, terms: Terms): Deciding<Refused | null> {
  const { role, student, from } = terms;
  const demanded = LEARNER_HOLDERS[role];
  if (role === 'trustedPerson') return refuse('DELEGATION_REQUIRED', {}, { role });
  if (demanded === undefined && !staysOn(staff, from)) return refuse('NOT_ON_STAFF_LIST', {}, { role, from });
  if (holder === null) return refuse('NOT_FOUND', {}, { what: 'account' });
  if (demanded !== undefined && holder !== demanded) return refuse('WRONG_HOLDER', {}, { role, holder });
  if ((role === 'student') !== (student !== null)) return refuse('NOT_FOUND', {}, { what: 'student' });
  if (student !== null && !(yield* read(students, student)).registered)
    return refuse('NOT_FOUND', { student }, { what: 'student' });
  return null;
}

/** What stands against a role on these terms, when it is proposed as when it is confirmed. */
function* obstacle(circumstances: Circumstances, terms: Terms): Deciding<Refused | null> {
  const { account, grant, role, from, until } = terms;
  const { today } = circumstances;
  if (account === circumstances.actor.account) return refuse('OWN_RIGHTS', {}, { role });
  if (until !== null && (until < from || until < today))
    return refuse('DATE_OUT_OF_RANGE', {}, { from, until });
  const state = yield* read(accesses, account);
  const fault = (yield* holderFault(state, terms)) ?? (yield* unknownCategory(circumstances, terms));
  if (fault) return fault;
  const held = [...state.grants.values()].some((other) => other.role === role && overlap(other, terms));
  const waits = [...state.proposals.values()].some((other) => other.role === role && other.grant !== grant);
  return held || waits ? refuse('ALREADY_ASSIGNED', {}, { role, ...(waits && { pending: true }) }) : null;
}

/** No role outlasts the time on the staff list. */
const withinStaff = ({ staff }: AccessState, { from, until }: Stay): PlainDate | null => {
  const last = staff.find((stay) => staysOn([stay], from))?.until ?? null;
  return last === null ? until : until === null ? last : earlier(until, last);
};

/**
 * Grants a role by an order, between its days: staff roles to staff only (T-37), and nobody grants one to
 * themselves. An administrator or auditor is only proposed so: a second person has to confirm it.
 */
export function* grantRole(circumstances: Circumstances, command: GrantRole): Deciding {
  const { account, role } = command;
  const right = yield* rightToGive(circumstances, role);
  if (isRefused(right)) return right;
  const terms = { ...command, from: command.from ?? circumstances.today, until: command.until ?? null };
  const no = yield* obstacle(circumstances, terms);
  if (no) return no;

  const state = yield* read(accesses, account);
  if (state.grants.has(command.grant) || state.proposals.has(command.grant))
    return refuse('ALREADY_EXISTS', {}, { what: 'roleGrant' });
  const data = { ...terms, until: withinStaff(state, terms) };
  return inAccount(account, right, [
    needsSecondPerson(role)
      ? { type: 'RoleGrantProposed', data }
      : { type: 'RoleGranted', data: { ...data, proposedBy: null } },
  ]);
}

function* proposedRole({ account, grant }: ConfirmRoleGrant): Deciding<ProposedRole | Refused> {
  const { proposals, grants } = yield* read(accesses, account);
  const proposal = proposals.get(grant);
  if (proposal) return proposal;
  return refuse(grants.has(grant) ? 'ALREADY_DONE' : 'NOT_FOUND', {}, { what: 'roleGrant' });
}

/** Confirms a proposed role: somebody else than who proposed it, and never for the days before (R-ROLE-08). */
export function* confirmRoleGrant(circumstances: Circumstances, command: ConfirmRoleGrant): Deciding {
  const { account } = command;
  const { actor, today } = circumstances;
  const right = yield* rightTo(circumstances, 'role.confirm');
  if (isRefused(right)) return right;
  const proposal = yield* proposedRole(command);
  if (isRefused(proposal)) return proposal;
  const { proposedBy, ...proposed } = proposal;
  if (!isSecondPerson(actor.account, proposedBy))
    return refuse('SECOND_PERSON_REQUIRED', {}, { what: 'roleGrant' });

  const from = proposed.from < today ? today : proposed.from;
  const terms = { ...proposed, account, from };
  const no = yield* obstacle(circumstances, terms);
  if (no) return no;
  const until = withinStaff(yield* read(accesses, account), terms);
  return inAccount(account, right, [{ type: 'RoleGranted', data: { ...terms, until, proposedBy } }]);
}

/** Declines a proposed role; who proposed it may take it back in the same way. */
export function* declineRoleGrant(circumstances: Circumstances, command: DeclineRoleGrant): Deciding {
  const { account, grant, reason } = command;
  const right = yield* rightTo(circumstances, 'role.confirm');
  if (isRefused(right)) return right;
  const proposal = yield* proposedRole(command);
  if (isRefused(proposal)) return proposal;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  return inAccount(account, right, [
    { type: 'RoleGrantDeclined', data: { account, grant }, sealed: { reason } },
  ]);
}

/**
 * Revokes a role, whether it holds or is yet to begin. One person is enough: what is taken by mistake is given
 * again, what a stolen account does meanwhile is not undone. Nobody takes the administration from themselves.
 */
export function* revokeRole(circumstances: Circumstances, command: RevokeRole): Deciding {
  const { account, role, reason } = command;
  const { actor, today } = circumstances;
  const right = yield* rightToGive(circumstances, role);
  if (isRefused(right)) return right;
  const until = command.until ?? plusDays(today, -1);
  if (until < plusDays(today, -1)) return refuse('DATE_OUT_OF_RANGE', {}, { until });
  const { grants } = yield* read(accesses, account);
  const standing = [...grants].filter(
    ([, grant]) => grant.role === role && (grant.until === null || grant.until > until),
  );
  if (standing.length === 0) return refuse('NOT_FOUND', {}, { what: 'role' });
  if (account === actor.account && role === 'journalAdministrator') return refuse('OWN_RIGHTS', {}, { role });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  return inAccount(
    account,
    right,
    standing.map(([grant]) => ({
      type: 'RoleRevoked',
      data: { account, grant, role, until },
      sealed: { reason },
    })),
  );
}
