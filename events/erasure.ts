import { z } from 'zod';
import { defineEvent, PURPOSES } from './event.ts';
import { date, id, label } from './vocabulary.ts';

/** Whose data they are: a student, a guardian, one of the staff, or a record in whose free text people are named. */
export const ERASURE_SUBJECTS = ['student', 'guardian', 'staff', 'record'] as const;

/** Who wants it: the person, their guardian, an authority that supervises, or the college, because a term is over. */
export const ERASURE_REQUESTERS = ['subject', 'guardian', 'authority', 'college'] as const;

/**
 * Why data of one purpose may be destroyed from a day on, or have to stay: consent was withdrawn, nothing keeps them any
 * longer, a term runs or has run after the studies, the person still studies, the guardianship lasts, or marks given
 * by the person are retained.
 */
export const ERASURE_BASES = [
  'consentWithdrawn',
  'noLongerNeeded',
  'afterStudies',
  'studying',
  'guardianshipLasts',
  'marksRetained',
] as const;

/** The subject of a key: the id of a person or a thing, or the year of a calendar. */
const subject = z.string().regex(/^[\w-]{1,100}$/u);

const key = { subject, purpose: z.enum(PURPOSES) };

/** The keys of one act, each of a subject and a purpose. */
const keys = z.array(z.strictObject(key)).min(1);

const ErasureRequested = defineEvent({
  type: 'ErasureRequested',
  category: 'erasure',
  meaning:
    'Somebody’s personal data are to be destroyed: whose, of which purposes, who wants it, by which document (152-ФЗ).',
  data: z.strictObject({
    erasure: id,
    subject,
    subjectKind: z.enum(ERASURE_SUBJECTS),
    /** A student’s own accounts, whose data go with the student’s. */
    accounts: z.array(id),
    purposes: z.array(z.enum(PURPOSES)).min(1),
    requestedBy: z.enum(ERASURE_REQUESTERS),
    /** The application or order it rests on, by its number. */
    document: label.max(120).nullable(),
  }),
});

const ErasureScheduled = defineEvent({
  type: 'ErasureScheduled',
  category: 'erasure',
  meaning:
    'From which day on the data of each purpose may be destroyed, and on which legal basis they are kept until then.',
  data: z.strictObject({
    erasure: id,
    terms: z
      .array(
        z.strictObject({
          ...key,
          /** The first day on which they may be destroyed; `null` while no day follows. */
          dueOn: date.nullable(),
          basis: z.enum(ERASURE_BASES),
        }),
      )
      .min(1),
  }),
});

const ErasureApproved = defineEvent({
  type: 'ErasureApproved',
  category: 'erasure',
  meaning:
    'One of the two persons that an erasure takes agreed to destroy what is due; with the second one it is destroyed. The withdrawal of a consent takes nobody else.',
  data: z.strictObject({ erasure: id, step: z.enum(['withdrawal', 'first', 'second']), keys }),
});

const ErasureDeclined = defineEvent({
  type: 'ErasureDeclined',
  category: 'erasure',
  meaning: 'What an erasure had not destroyed yet stays; who asked for it may take it back in the same way.',
  data: z.strictObject({ erasure: id, basis: z.enum(['notEntitled', 'retentionRequired', 'takenBack']) }),
});

/** How personal data are destroyed: asked for, scheduled, agreed to by two. The keys themselves end in their own streams. */
export const erasureEvents = {
  ErasureRequested,
  ErasureScheduled,
  ErasureApproved,
  ErasureDeclined,
} as const;
