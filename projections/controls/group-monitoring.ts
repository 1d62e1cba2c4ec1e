import { sql } from 'kysely';
import type { Days } from '../../src/policies/academic-year.ts';
import { debtAfter, isPassed } from '../../src/policies/attestation.ts';
import type { MissedDay } from '../../src/policies/missed-day.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { attendanceBetween } from '../attendance/queries.ts';
import type { AttendanceSummary } from '../attendance/summary.ts';
import { visibleGroup } from '../directory/visible.ts';
import type { Reader } from '../reader.ts';
import { trackedDebts, type TrackedDebt } from '../standing/debts.ts';
import { standing } from '../standing/queries.ts';
import type { StudentStanding } from '../standing/shown.ts';
import { staysOn, within } from '../within.ts';
import { controlWorksOf, type ControlWorks } from './control-works.ts';
import { measuresOf } from './queries.ts';
import type { GroupMeasure } from './table.ts';

/** How the marks of a page were entered on some days: whether its teacher marks the students (R-MON-09). */
export interface PageMarking {
  readonly journal: string;
  readonly lessons: number;
  readonly lessonsWithMarks: number;
  readonly marks: number;
  /** Who stands on the page on the last day and has no mark for any lesson of those days. */
  readonly unmarked: readonly string[];
}

/** The results of a page as they stand: each student counts once. */
export interface PageResults {
  readonly passed: number;
  readonly debts: number;
  readonly validReason: number;
  readonly missing: number;
}

/** One page of a group, monitored. */
export interface MonitoredPage extends PageMarking {
  readonly results: PageResults;
  readonly controlWorks: ControlWorks;
}

/** A group, monitored: pages, debts, attendance, and what was done (R-MON-12). */
export interface GroupMonitoring {
  readonly group: string;
  readonly pages: readonly MonitoredPage[];
  readonly debts: readonly TrackedDebt[];
  readonly attendance: AttendanceSummary;
  readonly measures: readonly GroupMeasure[];
}

/** The pages of a group in periods that share a day with those asked about. */
const markingOf = async (
  reader: Reader,
  scope: Scope,
  group: string,
  { from, until }: Days,
): Promise<readonly PageMarking[]> =>
  await reader
    .selectFrom('gradebook_page as p')
    .innerJoin('attestation_period as a', (join) =>
      join.onRef('a.college', '=', 'p.college').onRef('a.period', '=', 'p.period'),
    )
    .where('p.college', '=', scope.college)
    .where('p.group', '=', group)
    .where('a.from', '<=', until)
    .where('a.until', '>=', from)
    .where((eb) => within(scope, { journals: [eb.ref('p.journal')], groups: [eb.ref('p.group')] }))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('monitored_lesson as l')
          .whereRef('l.college', '=', 'p.college')
          .whereRef('l.journal', '=', 'p.journal')
          .where('l.status', '=', 'conducted')
          .where('l.date', '>=', from)
          .where('l.date', '<=', until)
          .select((on) => [
            sql<number>`count(*)::int`.as('lessons'),
            sql<number>`(count(*) FILTER (WHERE ${on.ref('l.marks')} > 0))::int`.as('lessonsWithMarks'),
            sql<number>`coalesce(sum(${on.ref('l.marks')}), 0)::int`.as('marks'),
          ])
          .as('n'),
      (join) => join.onTrue(),
    )
    .select(['p.journal', 'n.lessons', 'n.lessonsWithMarks', 'n.marks'])
    .select((eb) => {
      const unmarked = eb
        .selectFrom('gradebook_roster as r')
        .whereRef('r.college', '=', 'p.college')
        .whereRef('r.journal', '=', 'p.journal')
        .where((on) => staysOn(on.ref('r.stays'), sql`${until}::date`))
        .where((on) =>
          on.not(
            on.exists(
              on
                .selectFrom('gradebook_cell as c')
                .innerJoin('gradebook_lesson as l', (join) =>
                  join
                    .onRef('l.college', '=', 'c.college')
                    .onRef('l.journal', '=', 'c.journal')
                    .onRef('l.lesson', '=', 'c.lesson'),
                )
                .whereRef('c.college', '=', 'r.college')
                .whereRef('c.journal', '=', 'r.journal')
                .whereRef('c.student', '=', 'r.student')
                .where('l.date', '>=', from)
                .where('l.date', '<=', until)
                .where((cell) => sql<boolean>`jsonb_array_length(${cell.ref('c.marks')}) > 0`)
                .select('c.lesson'),
            ),
          ),
        )
        .select('r.student')
        .orderBy('r.student');
      return sql<readonly string[]>`ARRAY(${unmarked})`.as('unmarked');
    })
    .orderBy('p.journal')
    .execute();

const resultsOf = (lines: readonly StudentStanding[]): PageResults => {
  const results = lines.map(({ attestationCurrent }) => attestationCurrent);
  const count = (is: (result: (typeof results)[number]) => boolean): number => results.filter(is).length;
  return {
    passed: count((result) => result !== null && isPassed(result)),
    debts: count((result) => result !== null && debtAfter(result) !== null),
    validReason: count((result) => result === 'validReasonNonAttendance'),
    missing: count((result) => result === null),
  };
};

const NO_WORKS: ControlWorks = { planned: 0, held: 0, marks: 0 };

/** The monitoring of a group over some days, within the scope; `null` where the group is beyond it (R-MON-09, R-MON-12). */
export const groupMonitoring = async (
  reader: Reader,
  scope: Scope,
  { group, missedDay, ...days }: Days & { readonly group: string; readonly missedDay: MissedDay },
): Promise<GroupMonitoring | null> => {
  const seen = await reader
    .selectFrom('study_group as g')
    .where('g.college', '=', scope.college)
    .where('g.group', '=', group)
    .where((eb) => visibleGroup(reader, scope, eb.ref('g.group')))
    .select('g.group')
    .executeTakeFirst();
  if (!seen) return null;
  const [marking, lines, debts, attendance, measures] = await Promise.all([
    markingOf(reader, scope, group, days),
    standing(reader, scope, { group }),
    trackedDebts(reader, scope, { group, cleared: false }),
    attendanceBetween(reader, scope, { group, missedDay, ...days }),
    measuresOf(reader, scope, group, days),
  ]);
  const works = await controlWorksOf(
    reader,
    scope,
    marking.map(({ journal }) => journal),
    days,
  );
  const byPage = Map.groupBy(lines, ({ journal }) => journal);
  return {
    group,
    pages: marking.map((page) => ({
      ...page,
      results: resultsOf(byPage.get(page.journal) ?? []),
      controlWorks: works.get(page.journal) ?? NO_WORKS,
    })),
    debts,
    attendance,
    measures,
  };
};
