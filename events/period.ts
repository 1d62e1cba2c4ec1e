import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, label } from './vocabulary.ts';

const about = {
  purpose: 'special',
  meaning: 'Why.',
  subject: ({ period }: { period: string }) => period,
} as const;

const AttestationPeriodSet = defineEvent({
  type: 'AttestationPeriodSet',
  category: 'period',
  meaning:
    'An attestation period was set, with the last day on which its attestation marks may be edited (R-CAL-02, R-PA-02).',
  data: z.strictObject({
    period: id,
    kind: z.enum(['semester', 'year', 'studyPeriod']),
    title: label,
    from: date,
    until: date,
    attestationMarksUntil: date,
  }),
});

const AttestationPeriodLocked = defineEvent({
  type: 'AttestationPeriodLocked',
  category: 'period',
  meaning: 'The period was locked: nobody enters or changes anything in it, whatever window is open.',
  data: z.strictObject({ period: id }),
  sealed: { reason: about },
});

const AttestationPeriodReopened = defineEvent({
  type: 'AttestationPeriodReopened',
  category: 'period',
  meaning: 'A locked period was opened again, for a stated reason; edit windows apply as before (T-49).',
  data: z.strictObject({ period: id }),
  sealed: { reason: about },
});

/** Attestation periods: what a page of the journal belongs to. */
export const periodEvents = {
  AttestationPeriodSet,
  AttestationPeriodLocked,
  AttestationPeriodReopened,
} as const;
