import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, label } from './vocabulary.ts';

const GuardianshipEstablished = defineEvent({
  type: 'GuardianshipEstablished',
  category: 'access',
  meaning: 'A guardian was tied to a student; whom they answer for is personal and sealed (T-39).',
  data: z.strictObject({ account: id, guardianship: id, from: date, until: date.nullable() }),
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
  meaning: 'A guardian no longer answers for a student after this day; delegations end with it (T-38).',
  data: z.strictObject({ account: id, guardianship: id, until: date }),
});

/** What a guardian may hand on to a trusted person; each is a right the guardian holds (T-38). */
export const DELEGABLE_RIGHTS = ['absence.announce', 'diary.read', 'standing.read'] as const;

const GuardianDelegationGranted = defineEvent({
  type: 'GuardianDelegationGranted',
  category: 'access',
  meaning:
    'A guardian handed some of the rights over one ward to a trusted person, here or in the portal of state services (R-ROLE-10).',
  data: z.strictObject({
    account: id,
    delegation: id,
    rights: z.array(z.enum(DELEGABLE_RIGHTS)).min(1),
    from: date,
    until: date.nullable(),
  }),
  sealed: {
    guardian: {
      purpose: 'guardian',
      meaning: 'The id of the guardian’s account.',
      subject: ({ account }) => account,
    },
    guardianship: {
      purpose: 'guardian',
      meaning: 'The id of the guardianship that the rights come from.',
      subject: ({ account }) => account,
    },
  },
});

const GuardianDelegationRevoked = defineEvent({
  type: 'GuardianDelegationRevoked',
  category: 'access',
  meaning: 'A delegation was taken back: after this day it gives no right.',
  data: z.strictObject({ account: id, delegation: id, until: date }),
});

const ElectronicAccessDeclined = defineEvent({
  type: 'ElectronicAccessDeclined',
  category: 'access',
  meaning:
    'A guardian declared in writing that they cannot or will not use electronic access: they are informed on paper (T-40).',
  data: z.strictObject({ account: id, on: date, statement: label.max(120).nullable() }),
});

const ElectronicAccessResumed = defineEvent({
  type: 'ElectronicAccessResumed',
  category: 'access',
  meaning: 'A guardian took the written refusal of electronic access back.',
  data: z.strictObject({ account: id, on: date }),
});

/** Who answers for whom, what they hand on, and how they want to be informed. */
export const guardianshipEvents = {
  GuardianshipEstablished,
  GuardianshipEnded,
  GuardianDelegationGranted,
  GuardianDelegationRevoked,
  ElectronicAccessDeclined,
  ElectronicAccessResumed,
} as const;
