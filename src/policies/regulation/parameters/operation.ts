import { z } from 'zod';
import { label } from '../../../../events/vocabulary.ts';
import { defineParameter } from '../parameter.ts';
import { several } from '../values/several.ts';

/** The system itself: what it is, what happens when it fails, and who answers for it. */
export const operationParameters = {
  platform: defineParameter({
    governs: {
      en: 'Which system the regulation was written for.',
      ru: 'Для какой системы написано положение.',
    },
    value: label.nullable(),
    otherwise: null,
  }),
  programmeScope: defineParameter({
    governs: {
      en: 'Which programmes the journal is kept for.',
      ru: 'Для каких программ ведётся журнал.',
    },
    value: several([
      'midLevelSpecialists',
      'secondaryVocational',
      'vocationalTraining',
      'adapted',
      'extracurricular',
      'supplementary',
    ]).nullable(),
    otherwise: null,
  }),
  'outage.temporaryJournal': defineParameter({
    governs: {
      en: 'What is done while the journal is out of reach: forms of a temporary journal, or a request to the developers only.',
      ru: 'Что делается, пока журнал недоступен: бланки временного журнала или только заявка разработчикам.',
    },
    value: z.enum(['paperForms', 'requestToDevelopersOnly']).nullable(),
    otherwise: null,
  }),
  'outage.backEntryWorkingDays': defineParameter({
    governs: {
      en: 'Within how many working days after access is restored data are brought over from temporary journals (T-42).',
      ru: 'В течение скольких рабочих дней после восстановления доступа данные переносятся из временных журналов (T-42).',
    },
    value: z.int().min(1).max(60).nullable(),
    otherwise: null,
  }),
  'outage.inspectionDeferral': defineParameter({
    governs: {
      en: 'Whether an inspection during an outage waits for its data until access is restored.',
      ru: 'Переносится ли предоставление данных проверяющим до восстановления доступа.',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
  backup: defineParameter({
    governs: {
      en: 'Which backups are made.',
      ru: 'Какие резервные копии создаются.',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('regular') }),
        z.strictObject({
          kind: z.literal('copies'),
          media: z.int().min(1).max(9),
          rooms: z.int().min(1).max(9),
        }),
        z.strictObject({ kind: z.literal('preservation') }),
      ])
      .nullable(),
    otherwise: null,
  }),
  availability: defineParameter({
    governs: {
      en: 'When the journal can be reached.',
      ru: 'Когда журнал доступен.',
    },
    value: z.enum(['anyTime', 'roundTheClock']).nullable(),
    otherwise: null,
  }),
  disciplinarySanction: defineParameter({
    governs: {
      en: 'Whether breaches may lead to disciplinary action.',
      ru: 'Могут ли нарушения повлечь дисциплинарное взыскание.',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
  contentResponsibility: defineParameter({
    governs: {
      en: 'Who answers for what the journal contains.',
      ru: 'Кто отвечает за содержание журнала.',
    },
    value: several([
      'headOfOrganisation',
      'usersByFunction',
      'journalAdministratorTechnically',
      'personalDataOperator',
      'groupCurator',
      'teacher',
    ]).nullable(),
    otherwise: null,
  }),
} as const;
