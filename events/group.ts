import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, label, orderReference } from './vocabulary.ts';

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
    order: orderReference.nullable(),
  }),
});

/** Study groups and who belongs to them. */
export const groupEvents = {
  GroupFormed,
  GroupCuratorAssigned,
  GroupJoined,
  GroupLeft,
  GroupPromoted,
} as const;
