import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { lessonDeadline } from '../values/entry-deadline.ts';
import { several, someRoles } from '../values/several.ts';

/** Attendance: announced, recorded, corrected, classified. */
export const attendanceParameters = {
  'attendance.entryDeadline': defineParameter({
    governs: {
      en: 'Until when absences are entered (D-04); late is noted, not forbidden.',
      ru: 'До какого срока отмечаются отсутствующие (D-04); опоздание отмечается, но не запрещается.',
    },
    value: lessonDeadline.nullable(),
    otherwise: null,
  }),
  'attendance.announcedAbsence': defineParameter({
    governs: {
      en: 'Who announces an absence beforehand in the journal, or that the guardian tells the class teacher of it.',
      ru: 'Кто заранее сообщает об отсутствии через журнал или что родитель извещает о нём классного руководителя.',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('inJournal'), by: several(['legalGuardian', 'groupCurator']) }),
        z.strictObject({ kind: z.literal('toldToCurator') }),
      ])
      .nullable(),
    otherwise: null,
  }),
  'attendance.curatorMayCorrect': defineParameter({
    governs: {
      en: 'Whether the curator corrects absences: not at all, with the consent of the teacher, or directly.',
      ru: 'Исправляет ли куратор отметки об отсутствии: нет, с согласия преподавателя или сам.',
    },
    value: z.enum(['none', 'withTeacherConsent', 'direct']),
    otherwise: 'none',
    conflict: 'D-05',
  }),
  'attendance.excuseClassifier': defineParameter({
    governs: {
      en: 'Who divides absences into excused and unexcused, by hand (T-14).',
      ru: 'Кто вручную делит пропуски на уважительные и неуважительные (T-14).',
    },
    value: someRoles.nullable(),
    otherwise: null,
  }),
  'attendance.weeklyCheck': defineParameter({
    governs: {
      en: 'Whether the curator checks attendance every week.',
      ru: 'Проверяет ли куратор посещаемость еженедельно.',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
} as const;
