import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { date, id, orderReference } from './vocabulary.ts';

/** очная, очно-заочная, заочная. */
const formOfStudy = z.enum(['fullTime', 'partTime', 'correspondence']);

const name = (meaning: string): Sealing<{ student: string }> => ({
  purpose: 'identity',
  meaning,
  subject: ({ student }) => student,
});

const StudentRegistered = defineEvent({
  type: 'StudentRegistered',
  category: 'student',
  meaning: 'A student became known to the college.',
  data: z.strictObject({ student: id }),
  sealed: {
    familyName: name('Surname.'),
    givenName: name('First name.'),
    patronymic: name('Patronymic, if any.'),
  },
});

const StudentRenamed = defineEvent({
  type: 'StudentRenamed',
  category: 'student',
  meaning: 'A student took another name; issued documents keep the old one (T-33).',
  data: z.strictObject({ student: id }),
  sealed: {
    familyName: name('Surname.'),
    givenName: name('First name.'),
    patronymic: name('Patronymic, if any.'),
  },
});

const StudentEnrolled = defineEvent({
  type: 'StudentEnrolled',
  category: 'student',
  meaning: 'A student was enrolled, usually into a study group, from a date on.',
  data: z.strictObject({
    student: id,
    group: id.nullable(),
    from: date,
    formOfStudy,
    order: orderReference.nullable(),
  }),
});

const StudentTransferred = defineEvent({
  type: 'StudentTransferred',
  category: 'student',
  meaning: 'A student moved to another group: the date is the first day there (D-22).',
  data: z.strictObject({
    student: id,
    from: id.nullable(),
    to: id,
    on: date,
    order: orderReference.nullable(),
  }),
});

const StudentExpelled = defineEvent({
  type: 'StudentExpelled',
  category: 'student',
  meaning: 'The enrolment ended; the date is the last day. Nothing of the history goes (T-33, D-20).',
  data: z.strictObject({ student: id, group: id.nullable(), on: date, order: orderReference.nullable() }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ student }) => student } },
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

const StudentPromoted = defineEvent({
  type: 'StudentPromoted',
  category: 'student',
  meaning: 'A student moved up with the group; conditionally, while academic debts remain (T-34).',
  data: z.strictObject({
    student: id,
    group: id,
    promotion: z.enum(['semester', 'year']),
    conditional: z.boolean(),
    debts: z.array(id),
  }),
});

/** The life of a student at the college, debts included: they survive every promotion. */
export const studentEvents = {
  StudentRegistered,
  StudentRenamed,
  StudentEnrolled,
  StudentTransferred,
  StudentExpelled,
  AcademicDebtIncurred,
  AcademicDebtCleared,
  StudentPromoted,
} as const;
