import { z } from 'zod';
import { ROLES } from '../../../../events/role.ts';
import { defineParameter } from '../parameter.ts';
import { control } from '../values/recurring.ts';
import { several, someRoles } from '../values/several.ts';

const medium = z.enum(['electronic', 'paper']);
const to = z.enum(ROLES).nullable();

/** A report of the curator to somebody: at the end of every period, of every month, or when asked for. */
const curatorReport = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('eachPeriodEnd'), medium, to }),
  /** As things stand on that day of the month. */
  z.strictObject({ kind: z.literal('monthlyAsOf'), day: z.int().min(1).max(28), medium, to }),
  /** For a month, by that day of the month after it (T-43). */
  z.strictObject({ kind: z.literal('byDayOfNextMonth'), day: z.int().min(1).max(28), medium, to }),
  z.strictObject({ kind: z.literal('monthly'), medium, to }),
  z.strictObject({ kind: z.literal('onDemand'), medium, to }),
]);

/** Who looks over how the journal is kept, and what is reported to whom. */
export const controlParameters = {
  'control.frequency': defineParameter({
    governs: {
      en: 'How often the keeping of journals is controlled, and by whom (D-14).',
      ru: 'Как часто и кем контролируется ведение журналов (D-14).',
    },
    value: control.nullable(),
    otherwise: null,
  }),
  'control.periodEndCheck': defineParameter({
    governs: {
      en: 'What is checked of every journal when a period ends, and by whom.',
      ru: 'Что и кем проверяется в каждом журнале по окончании периода.',
    },
    value: z
      .strictObject({
        when: z.enum(['eachSemester', 'eachStudyPeriod', 'undated']),
        checks: several(['filling', 'programmeDelivery', 'markObjectivity', 'controlWorks']),
        by: someRoles,
      })
      .nullable(),
    otherwise: null,
  }),
  'usageReport.frequency': defineParameter({
    governs: {
      en: 'How often the use of the journal by its participants is reported, and by whom.',
      ru: 'Как часто и кем составляется отчёт об использовании журнала участниками.',
    },
    value: control.nullable(),
    otherwise: null,
  }),
  'curatorReport.performance': defineParameter({
    governs: {
      en: 'When and to whom the curator reports on the performance of the group.',
      ru: 'Когда и кому куратор сдаёт отчёт об успеваемости группы.',
    },
    value: curatorReport.nullable(),
    otherwise: null,
  }),
  'curatorReport.attendance': defineParameter({
    governs: {
      en: 'When and to whom the curator reports on the attendance of the group.',
      ru: 'Когда и кому куратор сдаёт отчёт о посещаемости группы.',
    },
    value: curatorReport.nullable(),
    otherwise: null,
  }),
  'reports.requireCompleteJournal': defineParameter({
    governs: {
      en: 'Whether reports are made only of a journal that is filled in completely (T-46).',
      ru: 'Формируются ли отчёты только при полностью заполненном журнале (T-46).',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
  'finalSummary.owner': defineParameter({
    governs: {
      en: 'Who makes the summary of final marks, and for which span.',
      ru: 'Кто составляет сводную ведомость итоговых отметок и за какой срок.',
    },
    value: z.strictObject({ by: someRoles, each: z.enum(['semester', 'year', 'period']), medium }).nullable(),
    otherwise: null,
  }),
} as const;
