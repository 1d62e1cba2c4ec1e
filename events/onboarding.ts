import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id } from './vocabulary.ts';

const GroupBriefed = defineEvent({
  type: 'GroupBriefed',
  category: 'group',
  meaning:
    'The curator briefed the students of the group, or their guardians, on registration and what the journal offers (R-ACC-10).',
  data: z.strictObject({ group: id, on: date, audience: z.enum(['students', 'guardians']) }),
});

const StudentBirthDateRecorded = defineEvent({
  type: 'StudentBirthDateRecorded',
  category: 'student',
  meaning:
    'When a student was born became known: it decides until when guardians of minors may look (R-ROLE-19).',
  data: z.strictObject({ student: id }),
  sealed: {
    birthDate: {
      purpose: 'identity',
      meaning: 'The date of birth, `2008-02-29`.',
      subject: ({ student }) => student,
    },
  },
});

/** What makes students and their guardians full users of the journal. */
export const onboardingEvents = { GroupBriefed, StudentBirthDateRecorded } as const;
