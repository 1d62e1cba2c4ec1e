import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { review } from '../values/recurring.ts';
import { beforeSchoolYear, monthDay, monthlyBy } from '../values/school-date.ts';
import { several } from '../values/several.ts';

/** Reference data, groups, personal data and plans: who keeps them right, and until when. */
export const referenceDataParameters = {
  'referenceData.checkDeadline': defineParameter({
    governs: {
      en: 'Until when the reference data are checked: once before the school year, or every month (D-18).',
      ru: 'К какому сроку проверяются справочники: раз перед учебным годом или ежемесячно (D-18).',
    },
    value: z.union([monthDay, monthlyBy]).nullable(),
    otherwise: null,
  }),
  'referenceData.docsLeadDays': defineParameter({
    governs: {
      en: 'How many days before a deadline the administration hands the source documents over.',
      ru: 'За сколько дней до срока администрация передаёт исходные документы.',
    },
    value: z.int().min(1).max(60).nullable(),
    otherwise: null,
  }),
  'groupComposition.checkDeadline': defineParameter({
    governs: {
      en: 'Until when curators verify the composition of their groups.',
      ru: 'К какому сроку кураторы проверяют состав своих групп.',
    },
    value: monthDay.nullable(),
    otherwise: null,
  }),
  'personalData.reviewPeriod': defineParameter({
    governs: {
      en: 'How often the personal data of students and guardians are reviewed.',
      ru: 'Как часто выверяются персональные данные обучающихся и родителей.',
    },
    value: review.nullable(),
    otherwise: null,
  }),
  'personalData.curatorMayEdit': defineParameter({
    governs: {
      en: 'Whether the curator corrects personal data, requests corrections, or neither.',
      ru: 'Исправляет ли куратор персональные данные сам, просит об исправлении или не делает ни того ни другого.',
    },
    value: z.enum(['none', 'request', 'direct']),
    otherwise: 'request',
    conflict: 'D-12',
  }),
  'workProgramme.deadline': defineParameter({
    governs: {
      en: 'Until when work programmes are created.',
      ru: 'К какому сроку создаются рабочие программы.',
    },
    value: beforeSchoolYear.nullable(),
    otherwise: null,
  }),
  'thematicPlan.deadline': defineParameter({
    governs: {
      en: 'Until when the thematic plans of the whole year are entered.',
      ru: 'К какому сроку вносятся календарно-тематические планы на весь год.',
    },
    value: beforeSchoolYear.nullable(),
    otherwise: null,
  }),
  'thematicPlan.hoursMustEqual': defineParameter({
    governs: {
      en: 'What the hours of a thematic plan must equal, and whether a difference is refused or warned of.',
      ru: 'Чему должны равняться часы календарно-тематического плана и запрещается ли расхождение или о нём предупреждают.',
    },
    value: z
      .strictObject({
        with: several(['curriculum', 'workProgramme']),
        difference: z.enum(['refused', 'warned']),
      })
      .nullable(),
    otherwise: null,
  }),
} as const;
