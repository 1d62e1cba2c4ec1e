import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { monthDay } from '../values/school-date.ts';
import { someRoles } from '../values/several.ts';

/** The timetable and its substitutions. */
export const timetableParameters = {
  'timetable.producedBy': defineParameter({
    governs: {
      en: 'Who makes and enters the timetable (D-08).',
      ru: 'Кто составляет и вносит расписание (D-08).',
    },
    value: someRoles.nullable(),
    otherwise: null,
  }),
  'timetable.approvedBy': defineParameter({
    governs: {
      en: 'Who approves the timetable of the year.',
      ru: 'Кто утверждает расписание на год.',
    },
    value: someRoles.nullable(),
    otherwise: null,
  }),
  'timetable.cadence': defineParameter({
    governs: {
      en: 'When a timetable is made.',
      ru: 'Когда составляется расписание.',
    },
    value: z
      .union([z.strictObject({ kind: z.enum(['weekly', 'startOfYear', 'asNeeded']) }), monthDay])
      .nullable(),
    otherwise: null,
  }),
  'substitution.recorded': defineParameter({
    governs: {
      en: 'How substitutions show in the journal.',
      ru: 'Как замены отражаются в журнале.',
    },
    value: z.enum(['withCancellations', 'substituteFillsJournal']).nullable(),
    otherwise: null,
  }),
} as const;
