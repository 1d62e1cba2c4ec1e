import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { days, someRoles } from '../values/several.ts';

/** What a college has to decide and the table of parameters does not name; most regulations say nothing of it. */
export const ourParameters = {
  'attendance.editWindowDays': defineParameter({
    governs: {
      en: 'How many calendar days after the lesson absences may be entered and changed; none: no day ends it (T-09).',
      ru: 'Сколько календарных дней после занятия можно вносить и изменять отметки об отсутствии; не задано: день не ограничен (T-09).',
    },
    value: days.nullable(),
    otherwise: null,
    secondPerson: true,
  }),
  'attendance.missedDay': defineParameter({
    governs: {
      en: 'Whether a day is missed with all its lessons, or with any of them (T-15).',
      ru: 'Считается ли день пропущенным при пропуске всех занятий или хотя бы одного (T-15).',
    },
    value: z.enum(['allLessons', 'anyLesson']),
    otherwise: 'allLessons',
  }),
  'attestation.repeatLimit': defineParameter({
    governs: {
      en: 'How often an attestation may be repeated.',
      ru: 'Сколько раз можно проходить повторную аттестацию.',
    },
    value: z.int().min(1).max(9),
    otherwise: 2,
  }),
  'attestation.commissionFromAttempt': defineParameter({
    governs: {
      en: 'From which repeat attempt on a commission attests.',
      ru: 'С какой по счёту повторной попытки аттестует комиссия.',
    },
    value: z.int().min(1).max(9),
    otherwise: 2,
  }),
  'attestation.repeatTermMonths': defineParameter({
    governs: {
      en: 'For how many months after a debt arose it may be attested again; academic leaves do not count.',
      ru: 'Сколько месяцев после возникновения задолженности её можно ликвидировать; академический отпуск не считается.',
    },
    value: z.int().min(1).max(36),
    otherwise: 12,
  }),
  'windowGrant.secondPerson': defineParameter({
    governs: {
      en: 'Whether a window that is opened again needs a second person to confirm it.',
      ru: 'Нужно ли подтверждение второго лица, чтобы снова открыть срок редактирования.',
    },
    value: z.boolean(),
    otherwise: false,
    secondPerson: true,
  }),
  'referenceData.deadlineInclusive': defineParameter({
    governs: {
      en: 'Whether the day named as a deadline is itself still in time (T-47).',
      ru: 'Входит ли названный день в срок (T-47).',
    },
    value: z.boolean(),
    otherwise: true,
  }),
  'academicCalendar.setBy': defineParameter({
    governs: {
      en: 'Who sets the academic calendar, the bells and the regimes of the year.',
      ru: 'Кто вносит календарный учебный график, расписание звонков и режимы года.',
    },
    value: someRoles.nullable(),
    otherwise: null,
  }),
  'teacherRoles.grantedBy': defineParameter({
    governs: {
      en: 'Who gives teachers, instructors and curators their roles (T-37).',
      ru: 'Кто назначает роли преподавателей, мастеров и кураторов (T-37).',
    },
    value: someRoles.nullable(),
    otherwise: null,
  }),
  'personalData.identityYears': defineParameter({
    governs: {
      en: 'For how many years after graduation or expulsion the name of a student is kept (R-PRT-10).',
      ru: 'Сколько лет после выпуска или отчисления хранится имя обучающегося (R-PRT-10).',
    },
    value: z.int().min(1).max(100),
    otherwise: 5,
    secondPerson: true,
  }),
  'personalData.specialDays': defineParameter({
    governs: {
      en: 'For how many days free text about a person is kept after it was asked to be destroyed.',
      ru: 'Сколько дней после требования об уничтожении хранятся сведения в свободной форме о лице.',
    },
    value: z.int().min(0).max(366),
    otherwise: 0,
    secondPerson: true,
  }),
  'personalData.accessLog': defineParameter({
    governs: {
      en: 'Which reading of other people’s personal data by staff is recorded: none, or all of it.',
      ru: 'Какие обращения работников к персональным данным других лиц записываются: никакие или все.',
    },
    value: z.enum(['off', 'staffReads']),
    otherwise: 'off',
    secondPerson: true,
  }),
  'personalData.readersShown': defineParameter({
    governs: {
      en: 'Whether learners and their guardians see who read their personal data.',
      ru: 'Видят ли обучающиеся и их законные представители, кто обращался к их персональным данным.',
    },
    value: z.boolean(),
    otherwise: false,
  }),
} as const;

/** What a known regulation says about them unless it says otherwise. */
export const silentOnOurs = {
  'attendance.editWindowDays': 'silent',
  'attendance.missedDay': 'silent',
  'attestation.repeatLimit': 'silent',
  'attestation.commissionFromAttempt': 'silent',
  'attestation.repeatTermMonths': 'silent',
  'windowGrant.secondPerson': 'silent',
  'referenceData.deadlineInclusive': 'silent',
  'academicCalendar.setBy': 'silent',
  'teacherRoles.grantedBy': 'silent',
  'personalData.identityYears': 'silent',
  'personalData.specialDays': 'silent',
  'personalData.accessLog': 'silent',
  'personalData.readersShown': 'silent',
} as const satisfies Readonly<Record<keyof typeof ourParameters, 'silent'>>;
