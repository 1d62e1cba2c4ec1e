import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { date, id } from './vocabulary.ts';

/** новое зачисление, выбытие, перевод, смена фамилии, прочие данные. */
const changeKind = z.enum(['enrolment', 'departure', 'transfer', 'surnameChange', 'personalData']);

const about =
  (purpose: 'identity' | 'special') =>
  (meaning: string): Sealing<{ request: string; student: string | null }> => ({
    purpose,
    meaning,
    subject: ({ student, request }) => student ?? request,
  });
const name = about('identity');
const text = about('special');

const StudentChangeRequested = defineEvent({
  type: 'StudentChangeRequested',
  category: 'changeRequest',
  meaning:
    'A curator or a guardian told the administrator of a new enrolment, a departure, a transfer, another surname or other data (R-PRM-02, R-REF-06).',
  data: z.strictObject({
    request: id,
    kind: changeKind,
    student: id.nullable(),
    group: id.nullable(),
    toGroup: id.nullable(),
    on: date.nullable(),
  }),
  sealed: {
    familyName: name('Surname as it should be.'),
    givenName: name('First name as it should be.'),
    patronymic: name('Patronymic as it should be, if any.'),
    details: text('What else there is to say.'),
  },
});

const StudentChangeAccepted = defineEvent({
  type: 'StudentChangeAccepted',
  category: 'changeRequest',
  meaning: 'The administrator accepted what was asked for; names are carried out with it (R-PRM-03, D-12).',
  data: z.strictObject({ request: id, student: id.nullable() }),
});

const StudentChangeDeclined = defineEvent({
  type: 'StudentChangeDeclined',
  category: 'changeRequest',
  meaning: 'The administrator declined what was asked for.',
  data: z.strictObject({ request: id, student: id.nullable() }),
  sealed: { reason: text('Why not.') },
});

/** What curators and guardians ask the administrator to change about students. */
export const studentChangeEvents = {
  StudentChangeRequested,
  StudentChangeAccepted,
  StudentChangeDeclined,
} as const;
