import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id } from './vocabulary.ts';

const CouncilScheduled = defineEvent({
  type: 'CouncilScheduled',
  category: 'council',
  meaning:
    'A meeting of the pedagogical council (педагогический совет) got its day, or another one: marks changed just before it are looked at.',
  data: z.strictObject({ council: id, on: date }),
  sealed: { title: { purpose: 'special', meaning: 'What it is about.', subject: ({ council }) => council } },
});

const CouncilCancelled = defineEvent({
  type: 'CouncilCancelled',
  category: 'council',
  meaning: 'A meeting of the pedagogical council does not take place.',
  data: z.strictObject({ council: id }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ council }) => council } },
});

/** Meetings of the pedagogical council. */
export const councilEvents = { CouncilScheduled, CouncilCancelled } as const;
