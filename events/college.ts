import { z } from 'zod';
import { defineEvent } from './event.ts';
import { id, instant, label } from './vocabulary.ts';

/** Days of the working week: Saturday is a working day in a 6-day week (T-08). */
const workingWeek = z.union([z.literal(5), z.literal(6)]);

const CollegeFounded = defineEvent({
  type: 'CollegeFounded',
  category: 'college',
  meaning: 'A college began to keep its journal here, in its own time zone.',
  data: z.strictObject({
    college: id,
    name: label,
    zone: z.string().regex(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/u),
    workingWeek,
  }),
});

/** One value that decided a refusal, as text: a date, a count, a name of a state. */
const fact = z.union([label, z.int(), z.boolean(), instant]);

const AttemptRefused = defineEvent({
  type: 'AttemptRefused',
  category: 'refusal',
  meaning: 'A command was refused by a rule; nothing else was written.',
  data: z.strictObject({
    command: label,
    code: label,
    facts: z.record(label, fact),
    parameter: label.nullable(),
    clause: label.nullable(),
    /** Whether an administrator could have opened the way by a grant. */
    grantable: z.boolean(),
    journal: id.nullable(),
    lesson: id.nullable(),
    student: id.nullable(),
    period: id.nullable(),
  }),
});

const ImportStarted = defineEvent({
  type: 'ImportStarted',
  category: 'import',
  meaning: 'An administrator began to bring in history from another system; its events carry this import.',
  data: z.strictObject({ import: id, format: label, bundle: label }),
});

const ImportFinished = defineEvent({
  type: 'ImportFinished',
  category: 'import',
  meaning: 'An import came to its end: what it recorded, corrected, left alone, refused and missed.',
  data: z.strictObject({
    import: id,
    recorded: z.int(),
    corrected: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    vanished: z.int(),
  }),
});

/** What happened to the college itself: its founding, refused attempts, imports. */
export const collegeEvents = {
  CollegeFounded,
  AttemptRefused,
  ImportStarted,
  ImportFinished,
} as const;
