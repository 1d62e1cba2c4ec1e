import { sql } from 'kysely';
import type { Days } from '../../src/policies/academic-year.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { isOneOf } from '../within.ts';

/** Control and current check works of a page: in its schedule, held at its lessons, and marked. */
export interface ControlWorks {
  readonly planned: number;
  readonly held: number;
  readonly marks: number;
}

/** The kinds of work by which what was learnt is checked (контрольные и проверочные работы). */
const CHECKING = ['control', 'test', 'qualityMonitoring'] as const;

/** Page → its control works on some days; a page without any is not in it. The pages were read within a scope. */
export const controlWorksOf = async (
  reader: Reader,
  { college }: Scope,
  journals: readonly string[],
  { from, until }: Days,
): Promise<ReadonlyMap<string, ControlWorks>> => {
  const planned = await reader
    .selectFrom('control_work as w')
    .where('w.college', '=', college)
    .where((eb) => isOneOf(eb.ref('w.journal'), journals))
    .where('w.plannedOn', '>=', from)
    .where('w.plannedOn', '<=', until)
    .groupBy('w.journal')
    .select(['w.journal', sql<number>`count(*)::int`.as('planned')])
    .execute();
  const held = await reader
    .selectFrom('gradebook_lesson as l')
    .where('l.college', '=', college)
    .where((eb) => isOneOf(eb.ref('l.journal'), journals))
    .where('l.status', '=', 'conducted')
    .where('l.date', '>=', from)
    .where('l.date', '<=', until)
    .where((eb) => sql<boolean>`${eb.ref('l.workTypes')} ?| ${[...CHECKING]}::text[]`)
    .groupBy('l.journal')
    .select(['l.journal', sql<number>`count(*)::int`.as('held')])
    .execute();
  const marked = await reader
    .selectFrom('gradebook_lesson as l')
    .innerJoin('gradebook_cell as c', (join) =>
      join
        .onRef('c.college', '=', 'l.college')
        .onRef('c.journal', '=', 'l.journal')
        .onRef('c.lesson', '=', 'l.lesson'),
    )
    .where('l.college', '=', college)
    .where((eb) => isOneOf(eb.ref('l.journal'), journals))
    .where('l.date', '>=', from)
    .where('l.date', '<=', until)
    .groupBy('l.journal')
    .select(['l.journal'])
    .select((eb) =>
      sql<number>`sum((SELECT count(*) FROM jsonb_array_elements(${eb.ref('c.marks')}) AS m
        WHERE m ->> 'workType' = ANY(${[...CHECKING]}::text[])))::int`.as('marks'),
    )
    .execute();
  const byPage = new Map<string, ControlWorks>();
  const add = (journal: string, figures: Partial<ControlWorks>): void => {
    byPage.set(journal, { planned: 0, held: 0, marks: 0, ...byPage.get(journal), ...figures });
  };
  for (const { journal, ...figures } of planned) add(journal, figures);
  for (const { journal, ...figures } of held) add(journal, figures);
  for (const { journal, ...figures } of marked) add(journal, figures);
  return byPage;
};
