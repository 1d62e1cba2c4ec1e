import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { formOfStudy } from './student-movement.ts';
import { date, id, order } from './vocabulary.ts';

const name = (meaning: string): Sealing<{ student: string }> => ({
  purpose: 'identity',
  meaning,
  subject: ({ student }) => student,
});

const nameParts = {
  familyName: name('Surname.'),
  givenName: name('First name.'),
  patronymic: name('Patronymic, if any.'),
};

const StudentRegistered = defineEvent({
  type: 'StudentRegistered',
  category: 'student',
  meaning: 'A student became known to the college.',
  data: z.strictObject({ student: id }),
  sealed: nameParts,
});

const StudentRenamed = defineEvent({
  type: 'StudentRenamed',
  category: 'student',
  meaning:
    'A student took another name from a day on, by an order; documents issued before keep the old one (T-33).',
  data: z.strictObject({ student: id, on: date, order: order.nullable() }),
  sealed: nameParts,
});

const StudentDataCorrected = defineEvent({
  type: 'StudentDataCorrected',
  category: 'student',
  meaning:
    'A mistake in the personal data of a student was put right, directly or as asked for (R-REF-05, D-12).',
  data: z.strictObject({ student: id, request: id.nullable() }),
  sealed: nameParts,
});

const EnrolmentTermsChanged = defineEvent({
  type: 'EnrolmentTermsChanged',
  category: 'student',
  meaning: 'The form of study or the individual curriculum of an enrolment changed from a day on (R-PRM-05).',
  data: z.strictObject({
    student: id,
    on: date,
    formOfStudy,
    individualCurriculum: id.nullable(),
    order: order.nullable(),
  }),
});

const AcademicDebtIncurred = defineEvent({
  type: 'AcademicDebtIncurred',
  category: 'student',
  meaning: 'An attestation left an academic debt (академическая задолженность) in a journal (R-PA-15, T-24).',
  data: z.strictObject({ student: id, journal: id, period: id, cause: z.enum(['failed', 'notAttested']) }),
});

const AcademicDebtCleared = defineEvent({
  type: 'AcademicDebtCleared',
  category: 'student',
  meaning: 'An academic debt was cleared by a repeat attestation or by a correction.',
  data: z.strictObject({
    student: id,
    journal: id,
    period: id,
    by: z.enum(['repeatAttestation', 'correction']),
  }),
});

/** Who a student is, and what stays with them wherever they move: names, terms of study, debts. */
export const studentEvents = {
  StudentRegistered,
  StudentRenamed,
  StudentDataCorrected,
  EnrolmentTermsChanged,
  AcademicDebtIncurred,
  AcademicDebtCleared,
} as const;
