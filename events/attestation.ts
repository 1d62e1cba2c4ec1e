import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, orderReference } from './vocabulary.ts';

/**
 * What an attestation may end in: зачёт, 3, 4, 5, а/з (academic debt), н/а (not attested),
 * НПА (not passed for valid reasons). An unsatisfactory mark does not exist here (R-PA-03…07, T-01).
 */
export const attestationResult = z.enum([
  'pass',
  'grade3',
  'grade4',
  'grade5',
  'academicDebt',
  'notAttested',
  'validReasonNonAttendance',
]);

const of = { journal: id, student: id, period: id };

const AttestationMarkRecorded = defineEvent({
  type: 'AttestationMarkRecorded',
  category: 'attestation',
  meaning: 'A student received an attestation mark (отметка за промежуточную аттестацию) for the page.',
  data: z.strictObject({ ...of, result: attestationResult, heldOn: date }),
});

const AttestationMarkCorrected = defineEvent({
  type: 'AttestationMarkCorrected',
  category: 'attestation',
  meaning: 'An attestation mark was replaced, for a stated reason, while its window was open.',
  data: z.strictObject({ ...of, from: attestationResult, to: attestationResult }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ student }) => student } },
});

const RepeatAttestationRecorded = defineEvent({
  type: 'RepeatAttestationRecorded',
  category: 'attestation',
  meaning: 'The result of a repeat attestation, kept beside the original one (R-PA-08, T-25).',
  data: z.strictObject({
    ...of,
    attempt: z.int().min(1).max(9),
    result: attestationResult,
    heldOn: date,
    order: orderReference.nullable(),
    commission: z.array(id).max(20),
  }),
});

const RepeatAttestationScheduled = defineEvent({
  type: 'RepeatAttestationScheduled',
  category: 'attestation',
  meaning: 'A day was set for the repeat attestation of a student; a later one takes its place (R-PA-16).',
  data: z.strictObject({
    ...of,
    on: date,
    commission: z.array(id).max(20),
    order: orderReference.nullable(),
  }),
});

/** Attestation of one student on one page: the original result and the repeats beside it. */
export const attestationEvents = {
  AttestationMarkRecorded,
  AttestationMarkCorrected,
  RepeatAttestationScheduled,
  RepeatAttestationRecorded,
} as const;
