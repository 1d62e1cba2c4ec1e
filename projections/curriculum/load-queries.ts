import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';
import { curriculumHours } from './curriculum-hours.ts';

/** A page in a teacher's load. */
export interface PageLoad {
  readonly account: string;
  readonly journal: string;
  /** `null` while only the page was assigned. */
  readonly hours: number | null;
  readonly tariff: string | null;
  readonly scheduledHours: number;
  readonly deliveredHours: number;
  /** What the curriculum has for the page; `null` without one. */
  readonly curriculumHours: number | null;
  /** The hours of all teachers of the page less the curriculum's: above 0 is too much, below too little. */
  readonly difference: number | null;
}

const MOST = 2000;

/** The load within the scope, page by page, ordered by teacher (R-CAL-07). */
export const teachingLoad = async (
  reader: Reader,
  scope: Scope,
  { account, period }: { readonly account?: string | undefined; readonly period?: string | undefined } = {},
): Promise<readonly PageLoad[]> => {
  const rows = await reader
    .selectFrom('load_hours as l')
    .innerJoin('programme_page as p', (join) =>
      join.onRef('p.college', '=', 'l.college').onRef('p.journal', '=', 'l.journal'),
    )
    .innerJoin('attestation_period as a', (join) =>
      join.onRef('a.college', '=', 'p.college').onRef('a.period', '=', 'p.period'),
    )
    .where('l.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('l.journal')], groups: [eb.ref('p.group')] }))
    .$if(period !== undefined, (query) => query.where('p.period', '=', period ?? ''))
    .select(['l.account', 'l.journal', 'l.hours', 'l.tariff'])
    .select(['p.group', 'p.courseUnit', 'a.from', 'a.until'])
    .orderBy('l.account')
    .orderBy('l.journal')
    .limit(MOST)
    .execute();
  const journals = [...new Set(rows.map(({ journal }) => journal))];
  if (journals.length === 0) return [];
  const lessons = await reader
    .selectFrom('programme_lesson as s')
    .where('s.college', '=', scope.college)
    .where('s.journal', 'in', journals)
    .where('s.status', '!=', 'cancelled')
    .groupBy(['s.journal', 's.status'])
    .select(['s.journal', 's.status', (eb) => eb.fn.sum<string>('s.academicHours').as('hours')])
    .execute();
  const studied = await curriculumHours(reader, scope, rows);
  const loads = Map.groupBy(rows, ({ journal }) => journal);
  return rows
    .filter((row) => account === undefined || row.account === account)
    .map(({ account: teacher, journal, hours, tariff }) => {
      const own = lessons.filter((lesson) => lesson.journal === journal);
      const sum = (held: typeof own): number =>
        held.reduce((total, lesson) => total + Number(lesson.hours), 0);
      const wanted = studied.get(journal) ?? null;
      const given = (loads.get(journal) ?? []).reduce((total, load) => total + (load.hours ?? 0), 0);
      return {
        account: teacher,
        journal,
        hours,
        tariff,
        scheduledHours: sum(own),
        deliveredHours: sum(own.filter(({ status }) => status === 'conducted')),
        curriculumHours: wanted,
        difference: wanted === null ? null : given - wanted,
      };
    });
};
