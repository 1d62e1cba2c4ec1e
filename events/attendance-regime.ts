import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, orderReference, time } from './vocabulary.ts';

const AttendanceRegimeSet = defineEvent({
  type: 'AttendanceRegimeSet',
  category: 'attendanceRegime',
  meaning:
    'The attendance regime (режим пребывания) of a group, a stream or one student was set from a date on (R-CAL-03).',
  data: z.strictObject({
    of: z.strictObject({ kind: z.enum(['group', 'stream', 'student']), id }),
    from: date,
    /** Days of attendance in a week. */
    workingWeek: z.union([z.literal(5), z.literal(6)]),
    shift: z.int().min(1).max(3),
    startsAt: time.nullable(),
    weeklyHours: z.int().min(1).max(60).nullable(),
    order: orderReference.nullable(),
  }),
});

/** When a group, a stream or a student is at the college; each has a stream of its own. */
export const attendanceRegimeEvents = { AttendanceRegimeSet } as const;
