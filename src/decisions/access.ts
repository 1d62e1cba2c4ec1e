import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { DEFAULT_PRESET, type PresetKey } from '../policies/regulation/presets.ts';
import { accept, read, refuse, type Accepted, type Circumstances, type Deciding } from './decision.ts';
import { accesses, type AccessState } from './folds/access.ts';
import { colleges } from './folds/college.ts';
import { regulations } from './folds/regulation.ts';
import { students } from './folds/student.ts';
import { isRefused, rightTo } from './rights.ts';

/** Founds the college and gives it its first administrator: the one act that needs no right. */
export interface FoundCollege extends Omit<EventNamed<'CollegeFounded'>['data'], 'college'> {
  readonly administrator: string;
  readonly administratorName: string;
  /** The regulation it starts from; left out, the one that names both edit windows (003). */
  readonly regulation?: PresetKey;
}

/** Opens an account for a person. */
export interface OpenAccount {
  readonly account: string;
  readonly holder: NonNullable<AccessState['holder']>;
  readonly name: string;
}

/** Gives a role. */
export type GrantRole = EventNamed<'RoleGranted'>['data'];

/** Takes a role back. */
export interface RevokeRole {
  readonly account: string;
  readonly role: Role;
  readonly reason: string;
}

/** Ties a guardian to a student. */
export interface EstablishGuardianship {
  readonly account: string;
  readonly guardianship: string;
  readonly student: string;
}

/** Ends a guardianship. */
export type EndGuardianship = EventNamed<'GuardianshipEnded'>['data'];

/** Lets an account sign in by a one-time code. */
export interface IssueSignInCode {
  readonly account: string;
}

const write = (account: string, right: Role, events: readonly DomainEvent[]): Accepted =>
  accept(right, [{ category: 'access', id: account, events }]);

/** Founds a college, once. */
export function* foundCollege(circumstances: Circumstances, command: FoundCollege): Deciding {
  const { college } = circumstances;
  const { administrator, administratorName, regulation: preset = DEFAULT_PRESET, ...data } = command;
  const { founded } = yield* read(colleges, college);
  if (founded) return refuse('ALREADY_EXISTS', {}, { what: 'college' });
  yield* read(regulations, college);
  yield* read(accesses, administrator);

  const role = 'journalAdministrator';
  return accept('director', [
    { category: 'college', id: college, events: [{ type: 'CollegeFounded', data: { college, ...data } }] },
    { category: 'regulation', id: college, events: [{ type: 'RegulationAdopted', data: { college, preset } }] },
    {
      category: 'access',
      id: administrator,
      events: [
        {
          type: 'AccountOpened',
          data: { account: administrator, holder: 'staff' },
          sealed: { name: administratorName },
        },
        { type: 'RoleGranted', data: { account: administrator, role, student: null, order: null } },
      ],
    },
  ]);
}

/** Opens an account; it has no right until a role is granted. */
export function* openAccount(circumstances: Circumstances, command: OpenAccount): Deciding {
  const { account, holder, name } = command;
  const capability = circumstances.source === 'import' ? 'history.import' : 'account.open';
  const right = yield* rightTo(circumstances, capability);
  if (isRefused(right)) return right;
  if ((yield* read(accesses, account)).holder) return refuse('ALREADY_EXISTS', {}, { what: 'account' });
  return write(account, right, [{ type: 'AccountOpened', data: { account, holder }, sealed: { name } }]);
}

const LEARNER_ROLES: Readonly<Partial<Record<Role, AccessState['holder']>>> = {
  student: 'student',
  legalGuardian: 'guardian',
  trustedPerson: 'guardian',
};

/** Administrators and auditors are named by administrators alone; a deputy names other staff (R-ROLE-07). */
const RESERVED = new Set<Role>([
  'journalAdministrator',
  'journalAdministratorReadOnly',
  'director',
  'auditor',
]);

const isReserved = (role: Role): boolean => RESERVED.has(role) || role in LEARNER_ROLES;

/** Grants a role: staff roles to staff only (T-37), and nobody grants one to themselves. */
export function* grantRole(circumstances: Circumstances, command: GrantRole): Deciding {
  const { account, role, student } = command;
  const capability = circumstances.source === 'import' ? 'history.import' : 'role.grant';
  const right = yield* rightTo(circumstances, capability);
  if (isRefused(right)) return right;
  if (account === circumstances.actor.account) return refuse('OWN_RIGHTS', {}, { role });
  if (right !== 'journalAdministrator' && isReserved(role))
    return refuse('NOT_PERMITTED', {}, { capability, role });

  const { holder, roles } = yield* read(accesses, account);
  if (holder === null) return refuse('NOT_FOUND', {}, { what: 'account' });
  if (holder !== (LEARNER_ROLES[role] ?? 'staff')) return refuse('WRONG_HOLDER', {}, { role, holder });
  if (roles.has(role)) return refuse('ALREADY_ASSIGNED', {}, { role });
  if ((role === 'student') !== (student !== null)) return refuse('NOT_FOUND', {}, { what: 'student' });
  if (student !== null && !(yield* read(students, student)).registered)
    return refuse('NOT_FOUND', { student }, { what: 'student' });
  return write(account, right, [{ type: 'RoleGranted', data: command }]);
}

/** Revokes a role; it gives no right from this position on. */
export function* revokeRole(circumstances: Circumstances, command: RevokeRole): Deciding {
  const { account, role, reason } = command;
  const right = yield* rightTo(circumstances, 'role.grant');
  if (isRefused(right)) return right;
  if (right !== 'journalAdministrator' && isReserved(role))
    return refuse('NOT_PERMITTED', {}, { capability: 'role.grant', role });
  const { roles } = yield* read(accesses, account);
  if (!roles.has(role)) return refuse('NOT_FOUND', {}, { what: 'role' });
  if (account === circumstances.actor.account && role === 'journalAdministrator')
    return refuse('OWN_RIGHTS', {}, { role });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  return write(account, right, [{ type: 'RoleRevoked', data: { account, role }, sealed: { reason } }]);
}

/** Establishes a guardianship: many-to-many, one child each (T-39). */
export function* establishGuardianship(
  circumstances: Circumstances,
  command: EstablishGuardianship,
): Deciding {
  const { account, guardianship, student } = command;
  const right = yield* rightTo(circumstances, 'guardianship.establish', { student });
  if (isRefused(right)) return right;
  const { holder, wards } = yield* read(accesses, account);
  if (holder !== 'guardian') return refuse('NOT_FOUND', { student }, { what: 'guardian' });
  if (!(yield* read(students, student)).registered)
    return refuse('NOT_FOUND', { student }, { what: 'student' });
  if ([...wards.values()].includes(student)) return refuse('ALREADY_ASSIGNED', { student });
  const data = { account, guardianship };
  return write(account, right, [{ type: 'GuardianshipEstablished', data, sealed: { student } }]);
}

/** Ends a guardianship. */
export function* endGuardianship(circumstances: Circumstances, command: EndGuardianship): Deciding {
  const { account, guardianship } = command;
  const right = yield* rightTo(circumstances, 'guardianship.establish');
  if (isRefused(right)) return right;
  const { wards } = yield* read(accesses, account);
  if (!wards.has(guardianship)) return refuse('NOT_FOUND', {}, { what: 'guardianship' });
  return write(account, right, [{ type: 'GuardianshipEnded', data: { account, guardianship } }]);
}

/** Records that a sign-in code is made for an account; the code itself is nobody's business but its holder's. */
export function* issueSignInCode(circumstances: Circumstances, command: IssueSignInCode): Deciding {
  const { account } = command;
  const right = yield* rightTo(circumstances, 'signInCode.issue');
  if (isRefused(right)) return right;
  if (!(yield* read(accesses, account)).holder) return refuse('NOT_FOUND', {}, { what: 'account' });
  return write(account, right, [{ type: 'SignInCodeIssued', data: { account } }]);
}
