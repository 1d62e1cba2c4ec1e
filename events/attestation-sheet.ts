import { z } from 'zod';
import { defineEvent } from './event.ts';
import { id } from './vocabulary.ts';

const AttestationSheetCompleted = defineEvent({
  type: 'AttestationSheetCompleted',
  category: 'journal',
  meaning:
    'The teacher completed the attestation sheet (аттестационная ведомость) of a page: nobody is without a result. ' +
    'Where the regulation says so, it ends the right to edit the marks of the page (T-22).',
  data: z.strictObject({
    journal: id,
    period: id,
    students: z.int().min(0),
    /** What the regulation said that day: a later change of it locks nothing and opens nothing (T-48). */
    locks: z.boolean(),
  }),
});

/** The attestation sheet of a page. */
export const attestationSheetEvents = { AttestationSheetCompleted } as const;
