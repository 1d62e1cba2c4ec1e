import { z } from 'zod';
import { defineParameter } from '../parameter.ts';

/** Until when marks may be edited, and what ends it early. */
export const windowParameters = {
  'currentMark.editWindowDays': defineParameter({
    governs: {
      en: 'How many calendar days after the lesson its marks may be entered and changed; none: until the attestation of the page is closed.',
      ru: 'Сколько календарных дней после занятия можно вносить и изменять его отметки; не задано: до закрытия аттестации страницы.',
    },
    value: z.int().min(0).max(366).nullable(),
    otherwise: 21,
    conflict: 'D-01',
    secondPerson: true,
  }),
  'attestation.editWindowDays': defineParameter({
    governs: {
      en: 'How many calendar days after the end of the period its attestation marks may be entered and changed.',
      ru: 'Сколько календарных дней после конца периода можно вносить и изменять отметки промежуточной аттестации.',
    },
    value: z.int().min(0).max(366),
    otherwise: 31,
    conflict: 'D-03',
    secondPerson: true,
  }),
  'attestation.lockOnEntry': defineParameter({
    governs: {
      en: 'Whether a completed attestation sheet ends the teacher’s right to edit the page.',
      ru: 'Прекращает ли заполненная аттестационная ведомость право преподавателя править страницу.',
    },
    value: z.boolean(),
    otherwise: false,
    conflict: 'D-01',
    secondPerson: true,
  }),
} as const;
