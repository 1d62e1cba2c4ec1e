import { flag, mention, text } from '../cell.ts';
import { list, optional, required, requiredIn, withDefault } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';
import { userRole } from './role.ts';

/** A person. Passwords, user ids elsewhere and pronouns are never taken over. */
export const users = defineKind(
  'users',
  {
    enabledUser: withDefault(flag, true),
    username: optional(text),
    givenName: required(text),
    familyName: required(text),
    middleName: optional(text),
    identifier: optional(text),
    email: optional(text),
    phone: optional(text),
    grades: list(text),
    /** Version 1.1 only; in 1.2 roles are a table. */
    role: requiredIn('1.1', userRole),
    /** Version 1.1 only. */
    orgSourcedIds: list(mention('orgs')),
    /** Version 1.2 only. */
    primaryOrgSourcedId: optional(mention('orgs')),
    /** Guardians and others who act for the person. */
    agentSourcedIds: list(mention('users')),
  },
  [
    'userIds',
    'sms',
    'password',
    'userMasterIdentifier',
    'preferredGivenName',
    'preferredMiddleName',
    'preferredFamilyName',
    'pronouns',
  ],
);

/** A good row of `users.csv`. */
export type User = RecordOf<typeof users>;
