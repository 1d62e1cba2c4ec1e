import { z } from 'zod';
import { defineEvent } from './event.ts';
import { markScale } from './mark.ts';
import { date, id, label, orderReference } from './vocabulary.ts';

/** зачёт, дифференцированный зачёт, экзамен, экзамен по модулю, итоговая отметка без формы (R-PA-09). */
export const attestationForm = z.enum(['credit', 'gradedCredit', 'exam', 'moduleExam', 'finalMark']);

const JournalOpened = defineEvent({
  type: 'JournalOpened',
  category: 'journal',
  meaning:
    'The page of a group (or subgroup, or a list of students) in one course unit and period was opened.',
  data: z.strictObject({
    journal: id,
    group: id.nullable(),
    subgroup: label.nullable(),
    courseUnit: id,
    period: id,
    scale: markScale,
    attestationForm,
  }),
});

const JournalTeacherAssigned = defineEvent({
  type: 'JournalTeacherAssigned',
  category: 'journal',
  meaning: 'A teacher or instructor received this page into their load from a date on (R-ROLE-11).',
  data: z.strictObject({ journal: id, account: id, from: date, order: orderReference.nullable() }),
});

const JournalTeacherReleased = defineEvent({
  type: 'JournalTeacherReleased',
  category: 'journal',
  meaning: 'A teacher no longer has this page in their load.',
  data: z.strictObject({ journal: id, account: id }),
});

const TeachingLoadAssigned = defineEvent({
  type: 'TeachingLoadAssigned',
  category: 'journal',
  meaning: 'A teacher who has the page received so many academic hours of it, by a load tariff (R-CAL-07).',
  data: z.strictObject({
    journal: id,
    account: id,
    hours: z.int().min(0).max(2000),
    /** The basis of the load (тарификация), by its reference. */
    tariff: label.nullable(),
    order: orderReference.nullable(),
  }),
});

const RosterExtended = defineEvent({
  type: 'RosterExtended',
  category: 'journal',
  meaning: 'Students were put on the page from a date on.',
  data: z.strictObject({ journal: id, students: z.array(id).min(1).max(500), from: date }),
});

const RosterEntryEnded = defineEvent({
  type: 'RosterEntryEnded',
  category: 'journal',
  meaning: 'A student left the page; the date is the last day. Entries up to it stay (T-32).',
  data: z.strictObject({ journal: id, student: id, until: date }),
});

/** Which windows of a page are opened again, for whom, until when. */
export const grantedWindow = z.strictObject({
  journal: id,
  grant: id,
  covers: z.enum(['currentMarks', 'attestationMarks']),
  lesson: id.nullable(),
  account: id.nullable(),
  until: date,
});

const EditWindowGranted = defineEvent({
  type: 'EditWindowGranted',
  category: 'journal',
  meaning:
    'An administrator opened closed windows of a page again: for one lesson or all, for one teacher or all, until a date (T-49).',
  data: grantedWindow,
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ journal }) => journal } },
});

const EditWindowGrantRevoked = defineEvent({
  type: 'EditWindowGrantRevoked',
  category: 'journal',
  meaning: 'A grant ended before its date.',
  data: z.strictObject({ journal: id, grant: id }),
});

/** Pages of the journal: who teaches, who is on them, which windows were opened again. */
export const journalEvents = {
  JournalOpened,
  JournalTeacherAssigned,
  JournalTeacherReleased,
  TeachingLoadAssigned,
  RosterExtended,
  RosterEntryEnded,
  EditWindowGranted,
  EditWindowGrantRevoked,
} as const;
