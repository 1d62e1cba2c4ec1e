import { z } from 'zod';
import { defineEvent } from './event.ts';
import { ROLES } from './role.ts';
import { date, id, orderReference } from './vocabulary.ts';

const AccountOpened = defineEvent({
  type: 'AccountOpened',
  category: 'access',
  meaning: 'A person received an account: a member of staff, a student or a guardian. It has no right yet.',
  data: z.strictObject({ account: id, holder: z.enum(['staff', 'student', 'guardian']) }),
  sealed: {
    name: { purpose: 'staff', meaning: 'The name of the holder.', subject: ({ account }) => account },
  },
});

/** A role for a person, by an order (R-ROLE-08), from its first day to its last. */
const grant = {
  account: id,
  grant: id,
  role: z.enum(ROLES),
  student: id.nullable(),
  order: orderReference.nullable(),
  from: date,
  until: date.nullable(),
};

const RoleGrantProposed = defineEvent({
  type: 'RoleGrantProposed',
  category: 'access',
  meaning: 'A role was proposed that needs a second person’s yes; until then it gives no right.',
  data: z.strictObject(grant),
});

const RoleGrantDeclined = defineEvent({
  type: 'RoleGrantDeclined',
  category: 'access',
  meaning: 'A proposed role was declined, or taken back by who proposed it.',
  data: z.strictObject({ account: id, grant: id }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ account }) => account } },
});

const RoleGranted = defineEvent({
  type: 'RoleGranted',
  category: 'access',
  meaning:
    'A person received a role, usually by an order (R-ROLE-08), from its first day to its last. A student’s role names the student; where a second person had to confirm it, who proposed it is named.',
  data: z.strictObject({ ...grant, proposedBy: id.nullable() }),
});

const RoleRevoked = defineEvent({
  type: 'RoleRevoked',
  category: 'access',
  meaning: 'A role was taken back, or ended with the work at the college: after this day it gives no right.',
  data: z.strictObject({ account: id, grant: id, role: z.enum(ROLES), until: date }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ account }) => account } },
});

const SignInCodeIssued = defineEvent({
  type: 'SignInCodeIssued',
  category: 'access',
  meaning:
    'A one-time code to sign in with was made for an account: what the account does next can be held against it (T-57).',
  data: z.strictObject({ account: id }),
});

const PasswordSet = defineEvent({
  type: 'PasswordSet',
  category: 'access',
  meaning:
    'The holder of an account chose a password, soon after another proof of who they are, or by the one before; what it is, nobody can read (T-57).',
  data: z.strictObject({ account: id, proof: z.enum(['recentSignIn', 'passwordBefore']) }),
});

const ProviderIdentityAssigned = defineEvent({
  type: 'ProviderIdentityAssigned',
  category: 'access',
  meaning:
    'An administrator bound a person of the identity provider to an account: whoever is that person there comes in as its holder (R-ACC-03, T-57).',
  data: z.strictObject({ account: id }),
});

const ProviderIdentityReleased = defineEvent({
  type: 'ProviderIdentityReleased',
  category: 'access',
  meaning: 'An account can no longer be entered by way of the identity provider.',
  data: z.strictObject({ account: id }),
});

const ContactsRecorded = defineEvent({
  type: 'ContactsRecorded',
  category: 'access',
  meaning: 'How the holder of an account can be reached; what is not given is not known any more (R-ACC-09).',
  data: z.strictObject({ account: id }),
  sealed: {
    email: { purpose: 'contact', meaning: 'The e-mail address.', subject: ({ account }) => account },
    phone: { purpose: 'contact', meaning: 'The mobile telephone.', subject: ({ account }) => account },
  },
});

/** Who may do what: accounts, roles, and the means to sign in. */
export const accessEvents = {
  AccountOpened,
  RoleGrantProposed,
  RoleGrantDeclined,
  RoleGranted,
  RoleRevoked,
  SignInCodeIssued,
  PasswordSet,
  ProviderIdentityAssigned,
  ProviderIdentityReleased,
  ContactsRecorded,
} as const;
