import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { assessedWorkDeadline, lessonDeadline } from '../values/entry-deadline.ts';
import { days } from '../values/several.ts';

/** Current marks: when they are due, and what may still be done to them. */
export const markParameters = {
  'currentMark.entryDeadline.lesson': defineParameter({
    governs: {
      en: 'Until when marks for work at a lesson are entered.',
      ru: 'До какого срока выставляются отметки за работу на занятии.',
    },
    value: lessonDeadline.nullable(),
    otherwise: null,
  }),
  'currentMark.entryDeadline.writtenWork': defineParameter({
    governs: {
      en: 'Until when marks for written (or all assessed) works are entered, counted from the day they were held.',
      ru: 'До какого срока выставляются отметки за письменные (или все контролируемые) работы, считая со дня проведения.',
    },
    value: assessedWorkDeadline.nullable(),
    otherwise: null,
  }),
  'currentMark.correctionPolicy': defineParameter({
    governs: {
      en: 'Whether corrections are simply accounted for, or to be avoided and therefore counted and reported (T-23).',
      ru: 'Учитываются ли исправления просто или их следует исключать, а потому они считаются и показываются (T-23).',
    },
    value: z.enum(['accountable', 'avoided']).nullable(),
    otherwise: null,
  }),
  'currentMark.backdatedEntry': defineParameter({
    governs: {
      en: 'Whether and how far entries for past days are made: so many days back (none: as far as the window reaches), after an outage, or to be avoided.',
      ru: 'Вносятся ли записи за прошедшие дни: на столько дней назад (не задано: насколько позволяет срок), после сбоя или их следует исключать.',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('allowed'), days: days.nullable() }),
        z.strictObject({ kind: z.literal('fromTemporaryJournal') }),
        z.strictObject({ kind: z.literal('avoided') }),
      ])
      .nullable(),
    otherwise: null,
    secondPerson: true,
  }),
} as const;
