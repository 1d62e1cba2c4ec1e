import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { date, id, label, orderReference } from './vocabulary.ts';

const why = (meaning: string): Sealing<{ college: string }> => ({
  purpose: 'special',
  meaning,
  subject: ({ college }) => college,
});

/** One parameter with its new value, and where that is written. */
const newValue = z.strictObject({ parameter: label, value: z.json(), clause: label });

const change = {
  college: id,
  change: id,
  effectiveFrom: date,
  values: z.array(newValue).min(1).max(100),
  order: orderReference,
};

const RegulationAdopted = defineEvent({
  type: 'RegulationAdopted',
  category: 'regulation',
  meaning: 'The college took over one of the known regulations, with every value of it, as its own.',
  data: z.strictObject({ college: id, preset: label }),
});

const RegulationChanged = defineEvent({
  type: 'RegulationChanged',
  category: 'regulation',
  meaning:
    'Parameters of the regulation took new values from a date on, by an order; what was given before stays (T-48).',
  data: z.strictObject(change),
  sealed: { reason: why('Why it was changed.') },
});

const RegulationChangeProposed = defineEvent({
  type: 'RegulationChangeProposed',
  category: 'regulation',
  meaning: 'A change of edit windows or locks was proposed; it holds once a second person has confirmed it.',
  data: z.strictObject(change),
  sealed: { reason: why('Why it is to be changed.') },
});

const RegulationChangeConfirmed = defineEvent({
  type: 'RegulationChangeConfirmed',
  category: 'regulation',
  meaning: 'A second person confirmed a proposed change: it holds from its date on.',
  data: z.strictObject({ college: id, change: id }),
});

const RegulationChangeDeclined = defineEvent({
  type: 'RegulationChangeDeclined',
  category: 'regulation',
  meaning: 'A proposed change was declined, or taken back by who proposed it; nothing changed.',
  data: z.strictObject({ college: id, change: id }),
  sealed: { reason: why('Why not.') },
});

/** The regulation of the college: what it started from, and every change with its date and order. */
export const regulationEvents = {
  RegulationAdopted,
  RegulationChanged,
  RegulationChangeProposed,
  RegulationChangeConfirmed,
  RegulationChangeDeclined,
} as const;
