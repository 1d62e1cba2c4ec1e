import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id } from './vocabulary.ts';

/** What the college does so that a debt is cleared. */
const debtMeasure = z.enum([
  'talk',
  'guardianInformed',
  'consultation',
  'individualSchedule',
  'pedagogicalCouncil',
  'other',
]);

const DebtMeasureRecorded = defineEvent({
  type: 'DebtMeasureRecorded',
  category: 'student',
  meaning: 'The college did something so that an academic debt is cleared (R-PA-16).',
  data: z.strictObject({ student: id, journal: id, measure: debtMeasure, on: date }),
  sealed: {
    note: { purpose: 'special', meaning: 'What was agreed.', subject: ({ student }) => student },
  },
});

/** What is done about academic debts; how they arise and end stands with the student. */
export const academicDebtEvents = { DebtMeasureRecorded } as const;
