import { z } from 'zod';
import { defineEvent } from './event.ts';
import { id } from './vocabulary.ts';

/** Duties that leave no trace of their own in the journal: what is handed in, printed or given out on paper. */
const fulfilledDuty = z.enum([
  'performanceReport',
  'attendanceReport',
  'usageReport',
  'finalSummary',
  'annualPaperCopy',
  'guardianPrintout',
]);

const DutyFulfilled = defineEvent({
  type: 'DutyFulfilled',
  category: 'duty',
  meaning:
    'Whoever owes a report, a printout or a summary has made it and handed it over; the rule says by when, and whether late.',
  data: z.strictObject({
    duty: fulfilledDuty,
    /** The group, where the duty is about one. */
    group: id.nullable(),
    /** What it was for: a year `2024`, a month `2024-09`, a week by its Monday `2024-09-02`, or the id of a period. */
    term: z.union([id, z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u)]),
  }),
});

/** Duties of the year that are fulfilled outside the journal. */
export const dutyEvents = { DutyFulfilled } as const;
