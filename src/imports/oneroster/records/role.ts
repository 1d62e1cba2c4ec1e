import { mention, oneOf, openOneOf, reference } from '../cell.ts';
import { date } from '../date.ts';
import { optional, required } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** The roles of both versions together: producers mix them. */
export const userRole = openOneOf(
  'administrator',
  'aide',
  'counselor',
  'districtAdministrator',
  'guardian',
  'parent',
  'principal',
  'proctor',
  'relative',
  'siteAdministrator',
  'student',
  'systemAdministrator',
  'teacher',
);

/** What a person is at an org; version 1.2 only. */
export const roles = defineKind(
  'roles',
  {
    userSourcedId: required(reference('users')),
    role: required(userRole),
    roleType: optional(oneOf('primary', 'secondary')),
    orgSourcedId: optional(mention('orgs')),
    beginDate: optional(date),
    endDate: optional(date),
  },
  ['userProfileSourcedId'],
);

/** A good row of `roles.csv`. */
export type Role = RecordOf<typeof roles>;
