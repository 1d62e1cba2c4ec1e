import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import { partsShown } from '../../src/policies/learner-view.ts';
import { averageText } from '../../src/policies/ratio.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader, Tables } from '../reader.ts';
import { anyOf, within } from '../within.ts';
import type { Standing, StandingDebt, StandingPage } from './table.ts';

/** Whose standing is asked for: of a student, of a page, or of all who study in a group. */
export type StandingOf =
  { readonly student: string } | { readonly journal: string } | { readonly group: string };

/** How a student stands on a page. */
export interface StudentStanding
  extends
    Omit<Standing, 'absences' | 'attestationHeldOn' | 'attestationLate' | 'repeats' | 'repeatScheduled'>,
    Pick<StandingPage, 'group' | 'courseUnit' | 'period' | 'scale'> {
  /** Lessons missed; `null` where the regulation does not show attendance to learners. */
  readonly absences: number | null;
  /** Of the marks that are numbers, with two places, rounded half up; `null` where there is none (T-45). */
  readonly average: string | null;
}

interface Rows {
  readonly s: Pick<Tables['standing'], 'college' | 'journal' | 'student'>;
  readonly p: Tables['standing_page'];
  readonly t: Tables['standing_student'];
}

/** The attestation periods that last until a day or longer. */
const periodsFrom = (reader: Reader, scope: Scope, since: PlainDate) =>
  reader
    .selectFrom('attestation_period as ap')
    .where('ap.college', '=', scope.college)
    .where('ap.until', '>=', since)
    .select('ap.period');

/** The rows that were asked for, as far as the scope reaches: by page, by its group, or by the student's. */
const asked =
  (reader: Reader, scope: Scope, of: StandingOf) => (eb: ExpressionBuilder<Rows, 's' | 'p' | 't'>) => {
    const wanted =
      'student' in of
        ? eb('s.student', '=', of.student)
        : 'journal' in of
          ? eb('s.journal', '=', of.journal)
          : eb('t.group', '=', of.group);
    const ties = { journals: [eb.ref('s.journal')], groups: [eb.ref('p.group'), eb.ref('t.group')] };
    const { since } = scope.learnerView;
    const shown =
      since === null
        ? sql<SqlBool>`true`
        : sql<SqlBool>`${eb.ref('p.period')} IN (${periodsFrom(reader, scope, since)})`;
    // What staff see of their pages and groups has no end; what learners see of themselves may have (D-15).
    const visible = anyOf([
      within(scope, ties),
      eb.and([within(scope, { students: [eb.ref('s.student')] }), shown]),
    ]);
    return eb.and([eb('s.college', '=', scope.college), wanted, visible]);
  };

/** Averages, counts and the attestation result, page by page. */
export const standing = async (
  reader: Reader,
  scope: Scope,
  of: StandingOf,
): Promise<readonly StudentStanding[]> => {
  const rows = await reader
    .selectFrom('standing as s')
    .innerJoin('standing_page as p', (join) =>
      join.onRef('p.college', '=', 's.college').onRef('p.journal', '=', 's.journal'),
    )
    .innerJoin('standing_student as t', (join) =>
      join.onRef('t.college', '=', 's.college').onRef('t.student', '=', 's.student'),
    )
    .where(asked(reader, scope, of))
    .select([
      's.journal',
      's.student',
      's.marksSum',
      's.marksCount',
      's.marksByWorkType',
      's.absences',
      's.leftOn',
      's.attestationOriginal',
      's.attestationCurrent',
      's.attestationRepeats',
      'p.group',
      'p.courseUnit',
      'p.period',
      'p.scale',
    ])
    .orderBy('s.student')
    .orderBy('s.journal')
    .execute();
  const isLearner = !scope.everything && scope.journals.size === 0 && scope.groups.size === 0;
  const hidesAbsences = isLearner && !partsShown(scope.learnerView).attendance;
  return rows.map((row) => ({
    ...row,
    absences: hidesAbsences ? null : row.absences,
    average: averageText(row.marksSum, row.marksCount),
  }));
};

/** The academic debts that stand, oldest first. */
export const academicDebts = async (
  reader: Reader,
  scope: Scope,
  of: StandingOf,
): Promise<readonly Pick<StandingDebt, 'student' | 'journal' | 'period' | 'cause' | 'since'>[]> =>
  await reader
    .selectFrom('standing_debt as s')
    .innerJoin('standing_page as p', (join) =>
      join.onRef('p.college', '=', 's.college').onRef('p.journal', '=', 's.journal'),
    )
    .innerJoin('standing_student as t', (join) =>
      join.onRef('t.college', '=', 's.college').onRef('t.student', '=', 's.student'),
    )
    .where(asked(reader, scope, of))
    .where('s.clearedOn', 'is', null)
    .select(['s.student', 's.journal', 's.period', 's.cause', 's.since'])
    .orderBy('s.since')
    .orderBy('s.student')
    .orderBy('s.journal')
    .execute();
