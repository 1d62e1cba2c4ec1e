import { z } from 'zod';
import { defineEvent, PURPOSES } from './event.ts';
import { id } from './vocabulary.ts';

const key = {
  /** Whose texts it seals: the id of a person or a thing, or the year of a calendar. */
  subject: z.string().regex(/^[\w-]{1,100}$/u),
  purpose: z.enum(PURPOSES),
  /** The first key is 1; a new one is made only after the one before was destroyed. */
  generation: z.int().min(1),
};

const SubjectKeyCreated = defineEvent({
  type: 'SubjectKeyCreated',
  category: 'key',
  meaning:
    'A key was made for the personal texts about one subject: the commitment fits this key and no other (attack T52).',
  data: z.strictObject({
    ...key,
    /** HKDF-SHA256 of the key, hex: whoever shows another key for the same texts is found out. */
    commitment: z.string().regex(/^[0-9a-f]{64}$/u),
  }),
});

const SubjectKeyDestroyed = defineEvent({
  type: 'SubjectKeyDestroyed',
  category: 'key',
  meaning:
    'A key was destroyed, and with it every text that it sealed: what the log commits to can be read by nobody any more.',
  data: z.strictObject({ ...key, erasure: id }),
});

/** The keys of personal texts: one stream for each subject and purpose, `key-<subject>.<purpose>`. */
export const subjectKeyEvents = { SubjectKeyCreated, SubjectKeyDestroyed } as const;
