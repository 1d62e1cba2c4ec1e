import { sql } from 'kysely';
import type { Role } from '../../events/role.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { isOneOf, within } from '../within.ts';
import { holds } from './holding.ts';
import type { RoleGrant, RoleProposal, StaffPosition } from './table-access.ts';
import type { Account, AccountRow } from './table.ts';

/** Somebody on the staff list, with the roles that hold on the day it was asked for. */
export interface StaffMember extends Account, Pick<AccountRow, 'staffFrom' | 'staffUntil'> {
  readonly roles: readonly Role[];
}

/** Which part of the staff list is asked for. */
export interface StaffFilter {
  readonly role?: Role | undefined;
  /** Also those who have left. */
  readonly departed?: boolean | undefined;
}

/** The staff list of a day by name; the staff of a college are known to everyone in it. */
export const staff = async (
  reader: Reader,
  scope: Scope,
  day: PlainDate,
  { role, departed = false }: StaffFilter = {},
): Promise<readonly StaffMember[]> =>
  await reader
    .selectFrom('person_account as a')
    .where('a.college', '=', scope.college)
    .where('a.holder', '=', 'staff')
    .$if(!departed, (query) => query.where((eb) => holds(eb.ref('a.staffFrom'), eb.ref('a.staffUntil'), day)))
    .select(['a.account', 'a.holder', 'a.name', 'a.staffFrom', 'a.staffUntil'])
    .select((eb) => {
      const held = eb
        .selectFrom('role_grant as r')
        .whereRef('r.college', '=', 'a.college')
        .whereRef('r.account', '=', 'a.account')
        .where((on) => holds(on.ref('r.from'), on.ref('r.until'), day))
        .select('r.role')
        .orderBy('r.role');
      return sql<readonly Role[]>`ARRAY(${held})`.as('roles');
    })
    .$if(role !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('role_grant as h')
            .whereRef('h.college', '=', 'a.college')
            .whereRef('h.account', '=', 'a.account')
            .where('h.role', '=', role ?? 'teacher')
            .where((on) => holds(on.ref('h.from'), on.ref('h.until'), day))
            .select('h.account'),
        ),
      ),
    )
    .orderBy('a.name')
    .orderBy('a.account')
    .execute();

/** The positions of some accounts, latest first; those that have ended too. */
export const positionsOf = async (
  reader: Reader,
  scope: Scope,
  accounts: readonly string[],
): Promise<readonly StaffPosition[]> =>
  await reader
    .selectFrom('staff_position as p')
    .where('p.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('p.account'), accounts))
    .select([
      'p.account',
      'p.position',
      'p.title',
      'p.department',
      'p.portfolio',
      'p.order',
      'p.from',
      'p.until',
    ])
    .orderBy('p.from', 'desc')
    .orderBy('p.position')
    .execute();

/** Every role some accounts were ever given, latest first; for those who see the whole college. */
export const roleGrantsOf = async (
  reader: Reader,
  scope: Scope,
  accounts: readonly string[],
): Promise<readonly RoleGrant[]> =>
  await reader
    .selectFrom('role_grant as r')
    .where('r.college', '=', scope.college)
    .where(() => within(scope, {}))
    .where((eb) => isOneOf(eb.ref('r.account'), accounts))
    .select(['r.account', 'r.grant', 'r.role', 'r.student', 'r.order', 'r.from', 'r.until'])
    .select(['r.grantedBy', 'r.grantedAt', 'r.proposedBy', 'r.revokedBy', 'r.revokedAt', 'r.position'])
    .orderBy('r.position', 'desc')
    .execute();

/** The roles that wait for a second person, oldest first; for those who see the whole college. */
export const pendingProposals = async (reader: Reader, scope: Scope): Promise<readonly RoleProposal[]> =>
  await reader
    .selectFrom('role_proposal as r')
    .where('r.college', '=', scope.college)
    .where(() => within(scope, {}))
    .where('r.status', '=', 'pending')
    .select(['r.account', 'r.grant', 'r.role', 'r.order', 'r.from', 'r.until'])
    .select(['r.proposedBy', 'r.proposedAt', 'r.status'])
    .orderBy('r.proposedAt')
    .orderBy('r.grant')
    .execute();
