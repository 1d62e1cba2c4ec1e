import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { several, someRoles } from '../values/several.ts';

/** Who there is, and how they come to an account. */
export const accountParameters = {
  'userCategories.trustedPerson': defineParameter({
    governs: {
      en: 'Whether trusted persons are users of the journal, with rights delegated by a guardian.',
      ru: 'Являются ли доверенные лица пользователями журнала с правами, переданными законным представителем.',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
  'userCategories.practicalTrainingInstructor': defineParameter({
    governs: {
      en: 'Whether practical-training instructors are users of the journal.',
      ru: 'Являются ли мастера производственного обучения пользователями журнала.',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
  curatorTitle: defineParameter({
    governs: {
      en: 'What the person attached to a group is called; the rights are the same.',
      ru: 'Как называется сотрудник, закреплённый за группой; права от этого не меняются.',
    },
    value: several(['curator', 'classTeacher', 'leadInstructor']).nullable(),
    otherwise: null,
  }),
  'staffAccounts.source': defineParameter({
    governs: {
      en: 'Where the accounts of the staff come from.',
      ru: 'Откуда берутся учётные записи сотрудников.',
    },
    value: z.enum(['externalSystem', 'administrator', 'issuedByUnnamed']).nullable(),
    otherwise: null,
  }),
  'staffAccounts.deadline': defineParameter({
    governs: {
      en: 'By when staff must have their access.',
      ru: 'К какому сроку сотрудники должны получить доступ.',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('beforeAcademicYear') }),
        z.strictObject({ kind: z.literal('onAppointment'), roles: someRoles }),
      ])
      .nullable(),
    otherwise: null,
  }),
  'learnerAccounts.issuer': defineParameter({
    governs: {
      en: 'Who gives students and guardians their access: the administrator, the curator, or an outside system.',
      ru: 'Кто выдаёт доступ обучающимся и родителям: администратор, куратор или внешняя система.',
    },
    value: z.enum(['administrator', 'curator', 'portal', 'studentRegistry']).nullable(),
    otherwise: null,
  }),
  'learnerAccounts.selfServiceCredentialChange': defineParameter({
    governs: {
      en: 'Whether students and guardians may change their own credentials.',
      ru: 'Вправе ли обучающиеся и родители сами менять свои реквизиты доступа.',
    },
    value: z.enum(['allowed', 'forbiddenForStudents', 'forbidden']).nullable(),
    otherwise: null,
  }),
  'registration.requiredFields': defineParameter({
    governs: {
      en: 'Which fields make the registration of a student or guardian complete.',
      ru: 'Какие поля делают регистрацию обучающегося или родителя полной.',
    },
    value: several(['familyName', 'givenName', 'patronymicIfAny', 'email', 'mobilePhone']).nullable(),
    otherwise: null,
  }),
  'onboarding.deadline': defineParameter({
    governs: {
      en: 'Until when students and guardians are told how to register and what the journal offers (D-17).',
      ru: 'До какого срока обучающихся и родителей знакомят с регистрацией и возможностями журнала (D-17).',
    },
    value: z
      .strictObject({ kind: z.enum(['firstAcademicWeek', 'firstMonth', 'ongoing', 'undated']) })
      .nullable(),
    otherwise: null,
  }),
} as const;
