import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { monthDay } from '../values/school-date.ts';
import { several, someRoles } from '../values/several.ts';

/** What is printed, archived and handed out. */
export const recordParameters = {
  'print.annualCopy': defineParameter({
    governs: {
      en: 'For which spans a paper copy is printed, until when, and who certifies it.',
      ru: 'За какие сроки, к какому дню печатается бумажная копия и кто её заверяет.',
    },
    value: z
      .strictObject({
        each: several(['semester', 'year']),
        dueBy: monthDay.nullable(),
        printedBy: someRoles.nullable(),
        certifiedBy: someRoles,
      })
      .nullable(),
    otherwise: null,
  }),
  'print.retention': defineParameter({
    governs: {
      en: 'How long printed journals are kept, and how they are written off (D-19, T-53).',
      ru: 'Сколько хранятся бумажные журналы и как они списываются (D-19, T-53).',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('afterGroupEnds'),
          years: z.int().min(1).max(100),
          writtenOffByAct: z.boolean(),
        }),
        z.strictObject({ kind: z.literal('archivalTerm') }),
        z.strictObject({ kind: z.literal('fileNomenclature') }),
      ])
      .nullable(),
    otherwise: null,
  }),
  'archive.electronic': defineParameter({
    governs: {
      en: 'Whether the electronic journal is archived at the end of the year, and how long that is kept.',
      ru: 'Архивируется ли электронный журнал в конце года и сколько хранится архив.',
    },
    value: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('storedElectronically') }),
        z.strictObject({
          kind: z.literal('eachYearEnd'),
          keptUntil: z.enum(['groupFinishes', 'programmeCompleted']).nullable(),
        }),
      ])
      .nullable(),
    otherwise: null,
  }),
  'recordBook.export': defineParameter({
    governs: {
      en: 'Whether electronic record books are made and exported at year close.',
      ru: 'Формируются и выгружаются ли электронные зачётные книжки в конце года.',
    },
    value: z.boolean().nullable(),
    otherwise: null,
  }),
  extract: defineParameter({
    governs: {
      en: 'Whether extracts from the journal are issued, and whether they are certified.',
      ru: 'Выдаются ли выписки из журнала и заверяются ли они.',
    },
    value: z.enum(['certified', 'plain']).nullable(),
    otherwise: null,
  }),
} as const;
