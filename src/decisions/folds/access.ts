import type { Role } from '../../../events/role.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';

/** What a person may do: their roles, and whom they answer for. */
export interface AccessState {
  readonly holder: 'staff' | 'student' | 'guardian' | null;
  /** Role → the student it is about (for a student's own account), or `null`. */
  readonly roles: ReadonlyMap<Role, string | null>;
  /** Guardianship → student, as long as it lasts. */
  readonly wards: ReadonlyMap<string, string>;
}

/** Folds `access-<account>`. */
export const accesses = defineFold<AccessState, 'access'>(
  'access',
  { holder: null, roles: new Map(), wards: new Map() },
  {
    AccountOpened: (state, { data }) => ({ ...state, holder: data.holder }),
    RoleGranted: (state, { data }) => ({ ...state, roles: withEntry(state.roles, data.role, data.student) }),
    RoleRevoked: (state, { data }) => ({ ...state, roles: withoutEntry(state.roles, data.role) }),
    GuardianshipEstablished: (state, { data, sealed }) =>
      sealed?.student
        ? { ...state, wards: withEntry(state.wards, data.guardianship, sealed.student) }
        : state,
    SignInCodeIssued: (state) => state,
    GuardianshipEnded: (state, { data }) => ({
      ...state,
      wards: withoutEntry(state.wards, data.guardianship),
    }),
  },
);
