import { averageText } from '../../src/policies/ratio.ts';
import { earlier, type PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { seen } from './seen.ts';
import type { Standing, StandingPage } from './table.ts';

/** Which pages are asked for: one, those of a period, or those of a group in it. */
export interface SheetFilter {
  readonly journal?: string;
  readonly period?: string;
  readonly group?: string;
}

/** One student on an attestation sheet. */
export interface SheetLine extends Pick<
  Standing,
  | 'student'
  | 'marksCount'
  | 'attestationOriginal'
  | 'attestationCurrent'
  | 'attestationHeldOn'
  | 'attestationLate'
  | 'repeats'
> {
  readonly average: string | null;
}

/** The attestation sheet of a page: everybody who is to be attested there. */
export interface Sheet extends Pick<
  StandingPage,
  'journal' | 'group' | 'courseUnit' | 'period' | 'attestationForm' | 'sheetCompletedOn' | 'sheetLocks'
> {
  readonly lines: readonly SheetLine[];
}

const LINE = [
  's.student',
  's.marksSum',
  's.marksCount',
  's.leftOn',
  's.attestationOriginal',
  's.attestationCurrent',
  's.attestationHeldOn',
  's.attestationLate',
  's.repeats',
  't.studiesUntil',
  't.leaves',
  'a.until',
] as const;

const PAGE = [
  'p.journal',
  'p.group',
  'p.courseUnit',
  'p.period',
  'p.attestationForm',
  'p.sheetCompletedOn',
  'p.sheetLocks',
] as const;

const sheetRows = async (reader: Reader, scope: Scope, { journal, period, group }: SheetFilter) =>
  await reader
    .selectFrom('standing_page as p')
    .innerJoin('standing as s', (join) =>
      join.onRef('s.college', '=', 'p.college').onRef('s.journal', '=', 'p.journal'),
    )
    .innerJoin('standing_student as t', (join) =>
      join.onRef('t.college', '=', 's.college').onRef('t.student', '=', 's.student'),
    )
    .innerJoin('attestation_period as a', (join) =>
      join.onRef('a.college', '=', 'p.college').onRef('a.period', '=', 'p.period'),
    )
    .where('p.college', '=', scope.college)
    .where((eb) =>
      seen(reader, scope, {
        student: eb.ref('s.student'),
        journal: eb.ref('p.journal'),
        period: eb.ref('p.period'),
        groups: [eb.ref('p.group'), eb.ref('t.group')],
      }),
    )
    .$if(journal !== undefined, (query) => query.where('p.journal', '=', journal ?? ''))
    .$if(period !== undefined, (query) => query.where('p.period', '=', period ?? ''))
    .$if(group !== undefined, (query) => query.where('p.group', '=', group ?? ''))
    .select([...PAGE, ...LINE])
    .orderBy('p.journal')
    .orderBy('s.student')
    .execute();

type Row = Awaited<ReturnType<typeof sheetRows>>[number];

/** As the command that completes a sheet sees it: on the page, at the college and not on leave on the last day. */
const isToAttest = ({ leftOn, studiesUntil, leaves, until }: Row, today: PlainDate): boolean => {
  const day = earlier(today, until);
  const stays = (leftOn === null || leftOn >= day) && (studiesUntil === null || studiesUntil >= day);
  return stays && !leaves.some((leave) => leave.from <= day && (leave.until === null || day <= leave.until));
};

const lineOf = ({ marksSum, ...row }: Row): SheetLine => ({
  student: row.student,
  marksCount: row.marksCount,
  average: averageText(marksSum, row.marksCount),
  attestationOriginal: row.attestationOriginal,
  attestationCurrent: row.attestationCurrent,
  attestationHeldOn: row.attestationHeldOn,
  attestationLate: row.attestationLate,
  repeats: row.repeats,
});

/** The attestation sheets of some pages, as far as the scope reaches (R-PA-17). */
export const attestationSheets = async (
  reader: Reader,
  scope: Scope,
  filter: SheetFilter,
  today: PlainDate,
): Promise<readonly Sheet[]> => {
  const rows = await sheetRows(reader, scope, filter);
  return [...Map.groupBy(rows, ({ journal }) => journal)].flatMap(([, [first, ...others]]) =>
    first
      ? [
          {
            journal: first.journal,
            group: first.group,
            courseUnit: first.courseUnit,
            period: first.period,
            attestationForm: first.attestationForm,
            sheetCompletedOn: first.sheetCompletedOn,
            sheetLocks: first.sheetLocks,
            lines: [first, ...others].filter((row) => isToAttest(row, today)).map(lineOf),
          },
        ]
      : [],
  );
};
