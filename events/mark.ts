import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { workType } from './lesson.ts';
import { id, label } from './vocabulary.ts';

/** The scales of current marks: five-point (2…5), pass/fail, 100-point (0…100). */
export const markScale = z.enum(['fivePoint', 'passFail', 'hundredPoint']);

/** A mark as text: `5`, `pass`, `87`. The scale says what it may be. */
const markValue = label.max(8);

const cell = { journal: id, lesson: id, student: id, workType };

const why: Sealing<{ student: string }> = {
  purpose: 'special',
  meaning: 'Why.',
  subject: ({ student }) => student,
};

const MarkRecorded = defineEvent({
  type: 'MarkRecorded',
  category: 'mark',
  meaning: 'A student received a current mark for one kind of work at a lesson (R-MRK-01).',
  data: z.strictObject({ ...cell, scale: markScale, value: markValue }),
});

const MarkCorrected = defineEvent({
  type: 'MarkCorrected',
  category: 'mark',
  meaning:
    'A current mark was replaced, for a stated reason; the old value stays in history (R-MRK-09, T-23).',
  data: z.strictObject({ ...cell, scale: markScale, from: markValue, to: markValue }),
  sealed: { reason: why },
});

const MarkWithdrawn = defineEvent({
  type: 'MarkWithdrawn',
  category: 'mark',
  meaning: 'A current mark was taken back, for a stated reason; it stays in history.',
  data: z.strictObject({ ...cell, value: markValue }),
  sealed: { reason: why },
});

/** Current marks: one stream per cell, its marks told apart by work type. */
export const markEvents = { MarkRecorded, MarkCorrected, MarkWithdrawn } as const;
