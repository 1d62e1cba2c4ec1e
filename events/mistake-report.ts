import { z } from 'zod';
import { defineEvent } from './event.ts';
import { workType } from './lesson.ts';
import { id } from './vocabulary.ts';

const MarkMistakeReported = defineEvent({
  type: 'MarkMistakeReported',
  category: 'mistakeReport',
  meaning:
    'A student told the teacher that a mark was entered by mistake; the mark stands as it is (R-MRK-10, T-23).',
  data: z.strictObject({
    journal: id,
    lesson: id,
    student: id,
    workType,
    /** The revision of the cell that was read: a later one answers the report. */
    markRevision: z.int(),
  }),
  sealed: {
    explanation: { purpose: 'special', meaning: 'What is wrong.', subject: ({ student }) => student },
  },
});

/** What students say about their marks: one stream per cell, apart from the marks themselves. */
export const mistakeReportEvents = { MarkMistakeReported } as const;
