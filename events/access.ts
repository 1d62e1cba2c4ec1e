import { z } from 'zod';
import { defineEvent } from './event.ts';
import { ROLES } from './role.ts';
import { id, orderReference } from './vocabulary.ts';

const AccountOpened = defineEvent({
  type: 'AccountOpened',
  category: 'access',
  meaning: 'A person received an account: a member of staff, a student or a guardian. It has no right yet.',
  data: z.strictObject({ account: id, holder: z.enum(['staff', 'student', 'guardian']) }),
  sealed: {
    name: { purpose: 'staff', meaning: 'The name of the holder.', subject: ({ account }) => account },
  },
});

const RoleGranted = defineEvent({
  type: 'RoleGranted',
  category: 'access',
  meaning: 'A person received a role, usually by an order (R-ROLE-08). A student’s role names the student.',
  data: z.strictObject({
    account: id,
    role: z.enum(ROLES),
    student: id.nullable(),
    order: orderReference.nullable(),
  }),
});

const RoleRevoked = defineEvent({
  type: 'RoleRevoked',
  category: 'access',
  meaning: 'A role was taken back; from this position on it gives no right.',
  data: z.strictObject({ account: id, role: z.enum(ROLES) }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ account }) => account } },
});

const GuardianshipEstablished = defineEvent({
  type: 'GuardianshipEstablished',
  category: 'access',
  meaning: 'A guardian was tied to a student; whom they answer for is personal and sealed (T-39).',
  data: z.strictObject({ account: id, guardianship: id }),
  sealed: {
    student: {
      purpose: 'guardian',
      meaning: 'The id of the student.',
      subject: ({ account }) => account,
    },
  },
});

const GuardianshipEnded = defineEvent({
  type: 'GuardianshipEnded',
  category: 'access',
  meaning: 'A guardian no longer answers for a student.',
  data: z.strictObject({ account: id, guardianship: id }),
});

const SignInCodeIssued = defineEvent({
  type: 'SignInCodeIssued',
  category: 'access',
  meaning:
    'A one-time code to sign in with was made for an account: what the account does next can be held against it (T-57).',
  data: z.strictObject({ account: id }),
});

/** Who may do what: accounts, roles and guardianship. */
export const accessEvents = {
  AccountOpened,
  RoleGranted,
  RoleRevoked,
  GuardianshipEstablished,
  GuardianshipEnded,
  SignInCodeIssued,
} as const;
