import type { Bundle } from '../bundle.ts';

/** What a user is to the journal: either, both, or neither. */
export interface Part {
  isStudent: boolean;
  isStaff: boolean;
  teaches: boolean;
  administers: boolean;
}

const LEARNERS_PEOPLE = new Set(['guardian', 'parent', 'relative', 'other']);
const ADMINISTRATORS = new Set([
  'administrator',
  'districtAdministrator',
  'principal',
  'siteAdministrator',
  'systemAdministrator',
]);

const none = (): Part => ({ isStudent: false, isStaff: false, teaches: false, administers: false });

/** What every user of a bundle is: by their role in version 1.1, their roles in 1.2, and the classes they are in. */
export const partsOf = ({ users, roles, enrollments }: Bundle): ReadonlyMap<string, Part> => {
  const parts = new Map<string, Part>();
  const add = (user: string, role: string | undefined): void => {
    if (role === undefined || LEARNERS_PEOPLE.has(role)) return;
    const part = parts.getOrInsertComputed(user, none);
    if (role === 'student') part.isStudent = true;
    else part.isStaff = true;
    if (role === 'teacher') part.teaches = true;
    if (ADMINISTRATORS.has(role)) part.administers = true;
  };
  for (const { sourcedId, role } of users.values()) add(sourcedId, role);
  for (const { userSourcedId, role, status } of roles.values())
    if (status === 'active') add(userSourcedId, role);
  for (const { userSourcedId, role, status } of enrollments.values())
    if (status === 'active') add(userSourcedId, role);
  return parts;
};
