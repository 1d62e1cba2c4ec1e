import type { EventNamed } from '../../../events/register.ts';
import type { Role } from '../../../events/role.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';
import { ended, staysOn, type Stay } from './group.ts';

/** A role for some days; a student's own role names the student. */
export interface RoleGrant extends Stay {
  readonly role: Role;
  readonly student: string | null;
}

/** A role that waits for a second person, as it was proposed. */
export interface ProposedRole extends Omit<EventNamed<'RoleGrantProposed'>['data'], 'account'> {
  readonly proposedBy: string;
}

/** A student a guardian answers for. */
export interface Ward extends Stay {
  readonly student: string;
}

/** What a guardian handed on to this trusted person. */
export interface Delegation extends Stay {
  readonly guardian: string;
  readonly guardianship: string;
  readonly rights: EventNamed<'GuardianDelegationGranted'>['data']['rights'];
}

/** A person at the college: how they are listed, what they may do, whom they answer for. */
export interface AccessState {
  readonly holder: 'staff' | 'student' | 'guardian' | null;
  /** The days on the staff list. */
  readonly staff: readonly Stay[];
  readonly positions: ReadonlyMap<string, Stay>;
  /** By the id of the grant, in the order in which they were given. */
  readonly grants: ReadonlyMap<string, RoleGrant>;
  readonly proposals: ReadonlyMap<string, ProposedRole>;
  /** By guardianship. */
  readonly wards: ReadonlyMap<string, Ward>;
  readonly delegations: ReadonlyMap<string, Delegation>;
  /** Declared in writing that they want no electronic access (T-40). */
  readonly declinedElectronicAccess: boolean;
  /** Whether the holder can come in by way of the identity provider. */
  readonly hasProviderIdentity: boolean;
}

const none = new Map<never, never>();

const nobody: AccessState = {
  holder: null,
  staff: [],
  positions: none,
  grants: none,
  proposals: none,
  wards: none,
  delegations: none,
  declinedElectronicAccess: false,
  hasProviderIdentity: false,
};

/** Ends one of some stays; what began after its last day never holds. */
const withEnd = <S extends Stay>(
  stays: ReadonlyMap<string, S>,
  id: string,
  until: PlainDate,
): ReadonlyMap<string, S> => {
  const stay = stays.get(id);
  return stay ? withEntry(stays, id, { ...stay, until }) : stays;
};

/** Folds `access-<account>`. */
export const accesses = defineFold<AccessState, 'access'>('access', nobody, {
  AccountOpened: (state, { data }) => ({ ...state, holder: data.holder }),
  StaffListed: (state, { data: { from } }) => ({ ...state, staff: [...state.staff, { from, until: null }] }),
  StaffDeparted: (state, { data }) => ({ ...state, staff: ended(state.staff, data.until) }),
  PositionAssigned: (state, { data: { position, from } }) => ({
    ...state,
    positions: withEntry(state.positions, position, { from, until: null }),
  }),
  PositionEnded: (state, { data }) => ({
    ...state,
    positions: withEnd(state.positions, data.position, data.until),
  }),
  RoleGrantProposed: (state, { data: { account: _, ...data }, meta }) => ({
    ...state,
    proposals: withEntry(state.proposals, data.grant, { ...data, proposedBy: meta.actor.account }),
  }),
  RoleGrantDeclined: (state, { data }) => ({
    ...state,
    proposals: withoutEntry(state.proposals, data.grant),
  }),
  RoleGranted: (state, { data: { grant, role, student, from, until } }) => ({
    ...state,
    proposals: withoutEntry(state.proposals, grant),
    grants: withEntry(state.grants, grant, { role, student, from, until }),
  }),
  RoleRevoked: (state, { data }) => ({ ...state, grants: withEnd(state.grants, data.grant, data.until) }),
  SignInCodeIssued: (state) => state,
  PasswordSet: (state) => state,
  ProviderIdentityAssigned: (state) => ({ ...state, hasProviderIdentity: true }),
  ProviderIdentityReleased: (state) => ({ ...state, hasProviderIdentity: false }),
  ContactsRecorded: (state) => state,
  GuardianshipEstablished: (state, { data: { guardianship, from, until }, sealed }) =>
    sealed?.student
      ? { ...state, wards: withEntry(state.wards, guardianship, { student: sealed.student, from, until }) }
      : state,
  GuardianshipEnded: (state, { data }) => ({
    ...state,
    wards: withEnd(state.wards, data.guardianship, data.until),
  }),
  GuardianDelegationGranted: (state, { data: { delegation, rights, from, until }, sealed }) =>
    sealed?.guardian && sealed.guardianship
      ? {
          ...state,
          delegations: withEntry(state.delegations, delegation, {
            guardian: sealed.guardian,
            guardianship: sealed.guardianship,
            rights,
            from,
            until,
          }),
        }
      : state,
  GuardianDelegationRevoked: (state, { data }) => ({
    ...state,
    delegations: withEnd(state.delegations, data.delegation, data.until),
  }),
  ElectronicAccessDeclined: (state) => ({ ...state, declinedElectronicAccess: true }),
  ElectronicAccessResumed: (state) => ({ ...state, declinedElectronicAccess: false }),
});

/** Those of some stays that hold on a day, by id. */
export const holdingOn = <S extends Stay>(
  stays: ReadonlyMap<string, S>,
  day: PlainDate,
): readonly (readonly [string, S])[] => [...stays].filter(([, stay]) => staysOn([stay], day));

/**
 * The roles that give a right on a day, in the order they were given: none before its first day or after its last.
 * A trusted person has that role by a delegation alone (T-38).
 */
export const rolesOn = (state: AccessState, day: PlainDate): ReadonlySet<Role> => {
  const roles = new Set(holdingOn(state.grants, day).map(([, { role }]) => role));
  return holdingOn(state.delegations, day).length > 0 ? roles.add('trustedPerson') : roles;
};

/** Whether a person is on the staff list on a day (T-37). */
export const isOnStaff = ({ staff }: AccessState, day: PlainDate): boolean => staysOn(staff, day);
