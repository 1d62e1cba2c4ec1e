import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { several, someRoles } from '../values/several.ts';

const moment = z.enum(['anytime', 'periodEnd']);

/** Promotion, transfers, subgroups, and the works that end a training. */
export const movementParameters = {
  'promotion.groupRollover': defineParameter({
    governs: {
      en: 'Who promotes groups, to the next semester and to the next year (T-34).',
      ru: 'Кто переводит группы на следующий семестр и на следующий учебный год (T-34).',
    },
    value: z.strictObject({ by: someRoles, to: several(['semester', 'year']) }).nullable(),
    otherwise: null,
  }),
  'transfer.betweenGroups': defineParameter({
    governs: {
      en: 'Who moves students between groups and subgroups and when, and whether the curator notifies of it (T-32).',
      ru: 'Кто и когда переводит обучающихся между группами и подгруппами и сообщает ли об этом куратор (T-32).',
    },
    value: z.strictObject({
      /** `null`: nobody is named. */
      by: someRoles.nullable(),
      /** By order and effective-dated in every case. */
      groupMove: moment,
      subgroupMove: moment,
      curatorNotifies: z.boolean(),
    }),
    otherwise: { by: null, groupMove: 'anytime', subgroupMove: 'periodEnd', curatorNotifies: false },
    conflict: 'D-22',
  }),
  'subgroup.split': defineParameter({
    governs: {
      en: 'When and by whom a group is divided into subgroups, and whether each has records of its own.',
      ru: 'Когда и кем группа делится на подгруппы и ведутся ли у каждой отдельные записи.',
    },
    value: z
      .strictObject({
        separateRecords: z.boolean(),
        when: z.enum(['startOfYear']).nullable(),
        /** All of them together. */
        jointlyBy: someRoles.nullable(),
      })
      .nullable(),
    otherwise: null,
  }),
  courseWork: defineParameter({
    governs: {
      en: 'What is entered of a course work or project, per student, in its semester (T-54).',
      ru: 'Что вносится о курсовой работе или проекте каждого обучающегося в её семестре (T-54).',
    },
    value: several(['topic', 'mark']).nullable(),
    otherwise: null,
  }),
  thesis: defineParameter({
    governs: {
      en: 'Who enters the results of the final thesis and the pre-diploma practice, and whether an order must name them (T-55).',
      ru: 'Кто вносит результаты ВКР и преддипломной практики и обязан ли его назвать приказ (T-55).',
    },
    value: z.strictObject({ by: someRoles, namedInOrder: z.boolean() }).nullable(),
    otherwise: null,
  }),
  practice: defineParameter({
    governs: {
      en: 'What the journal keeps of practices (R-WRK-03).',
      ru: 'Что журнал ведёт по практикам (R-WRK-03).',
    },
    value: several([
      'pages',
      'lessons',
      'plannedHours',
      'attendance',
      'marks',
      'attestation',
      'debts',
      'preDiploma',
    ]).nullable(),
    otherwise: null,
  }),
  forecasting: defineParameter({
    governs: {
      en: 'Whose performance is forecast, and which final results weigh in it.',
      ru: 'Чья успеваемость прогнозируется и какие итоговые результаты в ней учитываются.',
    },
    value: z
      .strictObject({
        of: several(['student', 'group']),
        weighing: several(['demonstrationExam', 'thesis']).nullable(),
      })
      .nullable(),
    otherwise: null,
  }),
} as const;
