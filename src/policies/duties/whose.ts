import type { Role } from '../../../events/role.ts';
import type { Viewer } from '../scope.ts';
import type { Owed } from './duty.ts';

/** Roles that are held over somebody or something: what nobody in particular owes is not every teacher's. */
const PERSONAL: ReadonlySet<Role> = new Set(['teacher', 'practicalTrainingInstructor', 'groupCurator']);

/** Whether something is owed by a person: by name, or by a role where no name is known. */
export const isOwedBy = (
  { accounts, roles }: Pick<Owed, 'accounts' | 'roles'>,
  viewer: Pick<Viewer, 'account' | 'roles'>,
): boolean =>
  accounts.length > 0
    ? accounts.includes(viewer.account)
    : roles.some((role) => !PERSONAL.has(role) && viewer.roles.has(role));

/** Whether a person may see a task: their own, those of the own group, or all of them. */
export const isVisibleTo = (
  owed: Pick<Owed, 'accounts' | 'roles' | 'group'>,
  viewer: Pick<Viewer, 'account' | 'roles'>,
  { everything, groups }: { readonly everything: boolean; readonly groups: ReadonlySet<string> },
): boolean => everything || (owed.group !== null && groups.has(owed.group)) || isOwedBy(owed, viewer);
