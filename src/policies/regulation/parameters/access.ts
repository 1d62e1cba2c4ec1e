import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { several } from '../values/several.ts';

/** Who may edit and see what. An express denial here beats every grant; a blank is a denial too. */
export const accessParameters = {
  'deputy.journalEdit': defineParameter({
    governs: {
      en: 'What deputies edit: nothing, or the sections on the educational process; marks never (D-09, T-50).',
      ru: 'Что правят заместители директора: ничего или разделы об образовательном процессе; отметки никогда (D-09, T-50).',
    },
    value: z.enum(['none', 'processSections']),
    otherwise: 'none',
    conflict: 'D-09',
  }),
  'departmentHead.journalEdit': defineParameter({
    governs: {
      en: 'What department heads edit: nothing, or what an administrator edits where they are one; marks never (D-10, T-50).',
      ru: 'Что правят заведующие отделениями: ничего или то же, что администратор, если они им назначены; отметки никогда (D-10, T-50).',
    },
    value: z.enum(['none', 'asAdministrator']),
    otherwise: 'none',
    conflict: 'D-10',
  }),
  'curator.journalEdit': defineParameter({
    governs: {
      en: 'What curators edit in the journal of their group: nothing, or absences only (T-13).',
      ru: 'Что кураторы правят в журнале своей группы: ничего или только пропуски (T-13).',
    },
    value: z.enum(['none', 'absencesOnly']).nullable(),
    otherwise: null,
  }),
  'teacher.scope': defineParameter({
    governs: {
      en: 'Which pages are a teacher’s own (T-29).',
      ru: 'Какие страницы журнала преподаватель ведёт как свои (T-29).',
    },
    value: z
      .enum(['ownCourseUnits', 'ownSubgroupPages', 'ownRecords', 'grantedByRole', 'ownGroups'])
      .nullable(),
    otherwise: null,
  }),
  historyDepth: defineParameter({
    governs: {
      en: 'How far back marks can be seen: the whole time the journal is kept, or the current year.',
      ru: 'За какое время видны отметки: за всё время ведения журнала или за текущий год.',
    },
    value: z.enum(['entirePeriod', 'currentYear']),
    otherwise: 'entirePeriod',
    conflict: 'D-15',
  }),
  'learner.visibleData': defineParameter({
    governs: {
      en: 'What students and guardians see of themselves and their child.',
      ru: 'Что обучающиеся и родители видят о себе и своём ребёнке.',
    },
    value: several([
      'marks',
      'attendance',
      'homework',
      'timetable',
      'programmeProgress',
      'workProgrammes',
      'notices',
    ]).nullable(),
    otherwise: null,
  }),
  'guardian.onlyMinors': defineParameter({
    governs: {
      en: 'Whether a guardian’s access is worded for under-age students only, and ends at majority (T-39).',
      ru: 'Относится ли доступ родителя только к несовершеннолетним и прекращается ли с совершеннолетием (T-39).',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
} as const;
