import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, label, orderReference, time } from './vocabulary.ts';

const of = { college: id, schedule: id };

const BellScheduleSet = defineEvent({
  type: 'BellScheduleSet',
  category: 'bellSchedule',
  meaning:
    'A bell schedule (расписание звонков) holds from a date on, for some weekdays, on ordinary or on short days (R-CAL-05).',
  data: z.strictObject({
    ...of,
    title: label,
    /** 1 is Monday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    dayKind: z.enum(['ordinary', 'short']),
    from: date,
    /** The pairs (пары) of the day by number. */
    pairs: z
      .array(z.strictObject({ number: z.int().min(0).max(20), startsAt: time, endsAt: time }))
      .min(1)
      .max(20),
    order: orderReference.nullable(),
  }),
});

const BellScheduleWithdrawn = defineEvent({
  type: 'BellScheduleWithdrawn',
  category: 'bellSchedule',
  meaning: 'A bell schedule holds no longer; the date is its last day.',
  data: z.strictObject({ ...of, until: date }),
});

/** The bells of the college: one stream, so that no weekday has two schedules at once. */
export const bellScheduleEvents = { BellScheduleSet, BellScheduleWithdrawn } as const;
