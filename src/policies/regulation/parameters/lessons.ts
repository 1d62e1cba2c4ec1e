import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { lessonDeadline } from '../values/entry-deadline.ts';

/** What is written about a lesson, and when. */
export const lessonParameters = {
  'lessonEntry.deadline': defineParameter({
    governs: {
      en: 'Until when a held lesson is recorded.',
      ru: 'До какого срока вносится запись о проведённом занятии.',
    },
    value: lessonDeadline.nullable(),
    otherwise: null,
  }),
  'homework.entryDeadline': defineParameter({
    governs: {
      en: 'Until when homework is entered (D-06).',
      ru: 'До какого срока вносится домашнее задание (D-06).',
    },
    value: lessonDeadline.nullable(),
    otherwise: null,
  }),
  'homework.mandatory': defineParameter({
    governs: {
      en: 'Whether every lesson has homework, or only those where it was set.',
      ru: 'У каждого ли занятия есть домашнее задание или только там, где оно задано.',
    },
    value: z.enum(['always', 'onlyIfSet']).nullable(),
    otherwise: null,
  }),
  'records.language': defineParameter({
    governs: {
      en: 'In which language entries are made, foreign-language lessons included.',
      ru: 'На каком языке ведутся записи, в том числе по иностранному языку.',
    },
    value: z.strictObject({ language: z.literal('ru'), covers: z.enum(['all', 'homework']) }).nullable(),
    otherwise: null,
  }),
  'lesson.durationUnit': defineParameter({
    governs: {
      en: 'In which unit the length of a lesson is stated.',
      ru: 'В каких единицах указывается продолжительность занятия.',
    },
    value: z.enum(['hours', 'academicHours']).nullable(),
    otherwise: null,
  }),
  distanceAndElectronicForms: defineParameter({
    governs: {
      en: 'What distance and electronic lessons ask for: a timetable that knows them, rules of attendance and results, or a local act.',
      ru: 'Чего требуют дистанционные и электронные занятия: учёта в расписании, правил посещаемости и результатов или локального акта.',
    },
    value: z.enum(['timetableAware', 'localAct', 'attendanceAndResults']).nullable(),
    otherwise: null,
  }),
  extracurricularJournal: defineParameter({
    governs: {
      en: 'Whether curators keep a journal of extracurricular work.',
      ru: 'Ведут ли кураторы журнал внеурочной работы.',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
} as const;
