import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, label, order, orderReference } from './vocabulary.ts';

/** Year of study, from 1. */
const yearOfStudy = z.int().min(1).max(6);

/** Semester within the whole training, from 1. */
const semester = z.int().min(1).max(12);

const GroupFormed = defineEvent({
  type: 'GroupFormed',
  category: 'group',
  meaning: 'A study group (учебная группа) was formed.',
  data: z.strictObject({ group: id, name: label, year: yearOfStudy, semester }),
});

const GroupCuratorAssigned = defineEvent({
  type: 'GroupCuratorAssigned',
  category: 'group',
  meaning: 'The group received a curator (куратор, классный руководитель); an earlier one no longer is.',
  data: z.strictObject({ group: id, account: id, order: orderReference.nullable() }),
});

const GroupJoined = defineEvent({
  type: 'GroupJoined',
  category: 'group',
  meaning: 'A student belongs to the group from a date on.',
  data: z.strictObject({ group: id, student: id, from: date }),
});

const GroupLeft = defineEvent({
  type: 'GroupLeft',
  category: 'group',
  meaning: 'A student no longer belongs to the group; the date is the last day.',
  data: z.strictObject({ group: id, student: id, until: date }),
});

const GroupJournalOpened = defineEvent({
  type: 'GroupJournalOpened',
  category: 'group',
  meaning: 'A page of the journal was opened for the group, so that its movements know what rests on them.',
  data: z.strictObject({ group: id, journal: id, period: id }),
});

const GroupPromoted = defineEvent({
  type: 'GroupPromoted',
  category: 'group',
  meaning: 'The whole group moved to the next semester or year of study (R-PRM-01).',
  data: z.strictObject({
    group: id,
    promotion: z.enum(['semester', 'year']),
    fromYear: yearOfStudy,
    fromSemester: semester,
    toYear: yearOfStudy,
    toSemester: semester,
    students: z.int(),
    conditional: z.int(),
    order: order.nullable(),
  }),
});

const GroupGraduated = defineEvent({
  type: 'GroupGraduated',
  category: 'group',
  meaning: 'The group completed the programme; who was in debt or on leave was left out (R-PRM-06).',
  data: z.strictObject({
    group: id,
    on: date,
    students: z.array(id).max(500),
    leftOut: z.int(),
    order: order.nullable(),
  }),
});

const GroupMovementAnnulled = defineEvent({
  type: 'GroupMovementAnnulled',
  category: 'group',
  meaning:
    'A promotion or graduation of a group that should not have been was annulled, for all its students (D-20).',
  data: z.strictObject({
    group: id,
    movement: id,
    kind: z.enum(['promotion', 'graduation']),
    year: yearOfStudy,
    semester,
    order: order.nullable(),
  }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ group }) => group } },
});

/** Study groups, who belongs to them, and how they move through the years. */
export const groupEvents = {
  GroupFormed,
  GroupCuratorAssigned,
  GroupJoined,
  GroupLeft,
  GroupJournalOpened,
  GroupPromoted,
  GroupGraduated,
  GroupMovementAnnulled,
} as const;
