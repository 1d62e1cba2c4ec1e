import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { date, id } from './vocabulary.ts';

const note = (meaning: string): Sealing<{ outage: string }> => ({
  purpose: 'special',
  meaning,
  subject: ({ outage }) => outage,
});

const OutageDeclared = defineEvent({
  type: 'OutageDeclared',
  category: 'outage',
  meaning:
    'The journal was out of reach from a day on: entries are kept in temporary journals until access is restored (R-OUT-01).',
  data: z.strictObject({ outage: id, from: date }),
  sealed: { reason: note('What happened.') },
});

const DevelopersAsked = defineEvent({
  type: 'DevelopersAsked',
  category: 'outage',
  meaning: 'The administrator filed a request with the developers because of an outage (R-OUT-04).',
  data: z.strictObject({ outage: id }),
  sealed: { reference: note('By which the request is known.') },
});

const InspectionDeferred = defineEvent({
  type: 'InspectionDeferred',
  category: 'outage',
  meaning: 'An inspection fell into an outage: it is given its data when access is restored (R-OUT-03).',
  data: z.strictObject({ outage: id }),
  sealed: { inspection: note('Which inspection, such as its order.') },
});

const AccessRestored = defineEvent({
  type: 'AccessRestored',
  category: 'outage',
  meaning:
    'The journal is in reach again, with the last day on which temporary journals may be brought over (R-OUT-02, T-42).',
  data: z.strictObject({ outage: id, on: date, backEntryUntil: date.nullable() }),
});

/** Outages: when temporary journals were kept, and until when they may be brought over. */
export const outageEvents = { OutageDeclared, DevelopersAsked, InspectionDeferred, AccessRestored } as const;
