import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { attestationDeadline } from '../values/entry-deadline.ts';
import { several } from '../values/several.ts';

const loadStep = z.strictObject({
  /** The step holds up to this weekly load; `null` for every load above the step before it. */
  upToWeeklyHours: z.int().min(1).max(54).nullable(),
  marks: z.int().min(1).max(99),
});

const rising = (steps: readonly z.infer<typeof loadStep>[]): boolean =>
  steps.every(({ upToWeeklyHours }, index) => {
    const next = steps[index + 1];
    if (!next) return upToWeeklyHours === null;
    return upToWeeklyHours !== null && (next.upToWeeklyHours ?? Infinity) > upToWeeklyHours;
  });

/** Interim attestation and what is left undone by it. */
export const attestationParameters = {
  'attestation.entryDeadline': defineParameter({
    governs: {
      en: 'Until when attestation marks are entered; being late is noted, the edit window alone forbids (T-06).',
      ru: 'До какого срока выставляются отметки промежуточной аттестации; опоздание отмечается, запрещает только срок редактирования (T-06).',
    },
    value: attestationDeadline.nullable(),
    otherwise: { kind: 'workingDaysAfterEvent', days: 3, cappedByPeriodEnd: true },
    conflict: 'D-02',
  }),
  'attestation.allowedMarks': defineParameter({
    governs: {
      en: 'Which results an attestation may end in.',
      ru: 'Какими отметками может закончиться промежуточная аттестация.',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('listed'),
          marks: several([
            'pass',
            'grade3',
            'grade4',
            'grade5',
            'academicDebt',
            'notAttested',
            'validReasonNonAttendance',
          ]),
        }),
        z.strictObject({ kind: z.literal('byForm') }),
        z.strictObject({ kind: z.literal('debtMarkExists') }),
      ])
      .nullable(),
    otherwise: null,
  }),
  'attestation.failMarkForbidden': defineParameter({
    governs: {
      en: 'Whether an unsatisfactory mark is no possible result: who fails has an academic debt (T-01).',
      ru: 'Недопустима ли неудовлетворительная отметка: неуспешность становится академической задолженностью (T-01).',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
  'attestation.forms': defineParameter({
    governs: {
      en: 'In which forms attestation is held.',
      ru: 'В каких формах проводится аттестация.',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('listed'),
          forms: several(['credit', 'gradedCredit', 'exam', 'moduleExam', 'finalMark']),
        }),
        z.strictObject({ kind: z.literal('stages'), stages: several(['interim', 'final']) }),
        z.strictObject({ kind: z.literal('localAct') }),
      ])
      .nullable(),
    otherwise: null,
  }),
  'attestation.minMarks': defineParameter({
    governs: {
      en: 'How many current marks a final mark stands on, by weekly load; fewer is a warning (T-28).',
      ru: 'На скольких текущих отметках основана итоговая, в зависимости от недельной нагрузки; если меньше, выдаётся предупреждение (T-28).',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('byWeeklyLoad'),
          steps: z.array(loadStep).min(1).max(20).refine(rising, 'must rise and end without a limit'),
        }),
        z.strictObject({ kind: z.literal('unquantified') }),
      ])
      .nullable(),
    otherwise: null,
  }),
  'attestation.repeatRecorded': defineParameter({
    governs: {
      en: 'Whether results of repeat attestation are recorded, beside the original (T-25).',
      ru: 'Вносятся ли результаты повторной аттестации, рядом с первоначальными (T-25).',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
  'debt.recorded': defineParameter({
    governs: {
      en: 'Which debts are recorded: academic ones by kind of course unit, or those of topics with a make-up day (T-27).',
      ru: 'Какие задолженности отмечаются: академические по видам учебных единиц или по темам с днём отработки (T-27).',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('academic'),
          of: several([
            'discipline',
            'interdisciplinaryCourse',
            'professionalModule',
            'practice',
            'electiveCourse',
          ]),
        }),
        z.strictObject({ kind: z.literal('topic') }),
      ])
      .nullable(),
    otherwise: null,
  }),
} as const;
