import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, orderReference } from './vocabulary.ts';

/** ВКР, преддипломная практика: what a supervisor is named for. */
const supervised = z.enum(['thesis', 'preDiplomaPractice']);

/** What a thesis or a demonstration exam ends in; unlike an attestation it may be failed outright. */
const finalResult = z.enum(['grade5', 'grade4', 'grade3', 'failed', 'notAppeared']);

const points = z.int().min(0).max(100).nullable();
const reason = {
  reason: {
    purpose: 'special',
    meaning: 'Why.',
    subject: ({ student }: { readonly student: string }) => student,
  },
} as const;

const SupervisorAppointed = defineEvent({
  type: 'SupervisorAppointed',
  category: 'finalQualification',
  meaning:
    'An order named who supervises a student’s thesis or pre-diploma practice; an earlier one no longer does (T-55).',
  data: z.strictObject({ student: id, account: id, of: supervised, from: date, order: orderReference }),
});

const ThesisResultRecorded = defineEvent({
  type: 'ThesisResultRecorded',
  category: 'finalQualification',
  meaning: 'The supervisor entered the result of the final qualification work, ВКР (R-WRK-02).',
  data: z.strictObject({ student: id, result: finalResult, defendedOn: date }),
});

const ThesisResultCorrected = defineEvent({
  type: 'ThesisResultCorrected',
  category: 'finalQualification',
  meaning: 'The result of a final qualification work was replaced, for a stated reason.',
  data: z.strictObject({ student: id, from: finalResult, to: finalResult }),
  sealed: reason,
});

const DemonstrationExamRecorded = defineEvent({
  type: 'DemonstrationExamRecorded',
  category: 'finalQualification',
  meaning:
    'A student took the demonstration exam: its result, and its points where there are any (R-WRK-04).',
  data: z.strictObject({ student: id, result: finalResult, points, heldOn: date }),
});

const DemonstrationExamCorrected = defineEvent({
  type: 'DemonstrationExamCorrected',
  category: 'finalQualification',
  meaning: 'The result of a demonstration exam was replaced, for a stated reason.',
  data: z.strictObject({ student: id, from: finalResult, to: finalResult, points }),
  sealed: reason,
});

/** How a student’s studies end: who supervises, the thesis, the demonstration exam. */
export const finalQualificationEvents = {
  SupervisorAppointed,
  ThesisResultRecorded,
  ThesisResultCorrected,
  DemonstrationExamRecorded,
  DemonstrationExamCorrected,
} as const;
