import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { date, id } from './vocabulary.ts';

const aboutGroup = (meaning: string): Sealing<{ group: string }> => ({
  purpose: 'special',
  meaning,
  subject: ({ group }) => group,
});

const of = { group: id, activity: id };

const ActivityPlanned = defineEvent({
  type: 'ActivityPlanned',
  category: 'extracurricular',
  meaning: 'An activity entered the extracurricular plan of a group, or moved to another day (R-REF-17).',
  data: z.strictObject({ ...of, plannedOn: date }),
  sealed: { title: aboutGroup('What it is.'), reason: aboutGroup('Why it was moved.') },
});

const ActivityRecorded = defineEvent({
  type: 'ActivityRecorded',
  category: 'extracurricular',
  meaning: 'An extracurricular activity took place: the record in the extracurricular journal (R-LES-15).',
  data: z.strictObject({
    ...of,
    heldOn: date,
    academicHours: z.int().min(1).max(24),
    students: z.array(id).max(500),
  }),
  sealed: { notes: aboutGroup('What was done.') },
});

const ActivityDropped = defineEvent({
  type: 'ActivityDropped',
  category: 'extracurricular',
  meaning: 'An activity was taken out of the extracurricular plan.',
  data: z.strictObject(of),
  sealed: { reason: aboutGroup('Why.') },
});

/** The extracurricular plan and journal of a group, kept by its curator. */
export const extracurricularEvents = { ActivityPlanned, ActivityRecorded, ActivityDropped } as const;
