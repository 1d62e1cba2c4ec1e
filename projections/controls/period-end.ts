import { objectivityOf, type Objectivity } from '../../src/policies/mark-objectivity.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { journalCompleteness, type JournalCompleteness } from '../monitoring/completeness.ts';
import { timeliness } from '../monitoring/timeliness.ts';
import type { Reader } from '../reader.ts';
import { isOneOf, within } from '../within.ts';
import { controlWorksOf, type ControlWorks } from './control-works.ts';
import type { PeriodEnd } from './table.ts';

/** One page on the checklist of a period. */
export interface CheckedPage extends JournalCompleteness {
  /** Entries with a deadline, and those that came after it. */
  readonly entries: number;
  readonly lateEntries: number;
  readonly objectivity: Objectivity;
  readonly checkWorks: ControlWorks;
}

const NO_WORKS: ControlWorks = { planned: 0, held: 0, marks: 0 };

const objectivities = async (
  reader: Reader,
  scope: Scope,
  period: string,
): Promise<ReadonlyMap<string, Objectivity>> => {
  const rows = await reader
    .selectFrom('standing as s')
    .innerJoin('standing_page as p', (join) =>
      join.onRef('p.college', '=', 's.college').onRef('p.journal', '=', 's.journal'),
    )
    .where('s.college', '=', scope.college)
    .where('p.period', '=', period)
    .where('p.scale', '=', 'fivePoint')
    .where('s.attestationOriginal', 'is not', null)
    .where((eb) => within(scope, { journals: [eb.ref('s.journal')], groups: [eb.ref('p.group')] }))
    .select(['s.journal', 's.student', 's.marksSum as sum', 's.marksCount as count'])
    .select('s.attestationOriginal as result')
    .orderBy('s.journal')
    .orderBy('s.student')
    .execute();
  const lines = rows.flatMap(({ result, ...row }) => (result === null ? [] : [{ ...row, result }]));
  return new Map(
    [...Map.groupBy(lines, ({ journal }) => journal)].map(([journal, own]) => [journal, objectivityOf(own)]),
  );
};

/** The span and the pages of a period within the scope, with all that its checklist asks of each (R-MON-07), 500 at most. */
export const periodEndPages = async (
  reader: Reader,
  scope: Scope,
  { period, from, until }: { readonly period: string; readonly from: PlainDate; readonly until: PlainDate },
  today: PlainDate,
): Promise<readonly CheckedPage[]> => {
  const pages = await journalCompleteness(reader, scope, { period }, today);
  const journals = pages.map(({ journal }) => journal);
  const [late, objective, works] = await Promise.all([
    timeliness(reader, scope, { from, until }, new Set(['journal'])),
    objectivities(reader, scope, period),
    controlWorksOf(reader, scope, journals, { from, until }),
  ]);
  const entries = Map.groupBy(late, ({ journal }) => journal);
  return pages.map((page) => {
    const own = entries.get(page.journal) ?? [];
    return {
      ...page,
      entries: own.reduce((sum, figure) => sum + figure.entries, 0),
      lateEntries: own.reduce((sum, figure) => sum + figure.late, 0),
      objectivity: objective.get(page.journal) ?? objectivityOf([]),
      checkWorks: works.get(page.journal) ?? NO_WORKS,
    };
  });
};

/** What the checklists of some periods came to, for those who see the whole college. */
export const periodEndsOf = async (
  reader: Reader,
  scope: Scope,
  periods: readonly string[],
): Promise<readonly PeriodEnd[]> =>
  await reader
    .selectFrom('period_end as e')
    .where('e.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('e.period'), periods))
    .where(() => within(scope, {}))
    .select(['e.period', 'e.firstOn', 'e.late', 'e.checkedOn', 'e.checkedBy', 'e.checks', 'e.pages'])
    .select(['e.findings', 'e.conclusion'])
    .execute();
