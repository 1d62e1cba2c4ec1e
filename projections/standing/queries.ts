import type { ExpressionBuilder } from 'kysely';
import { partsShown } from '../../src/policies/learner-view.ts';
import { averageText } from '../../src/policies/ratio.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader, Tables } from '../reader.ts';
import { seen } from './seen.ts';
import type { Standing, StandingPage } from './table.ts';

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

/** The rows that were asked for, as far as the scope reaches: by page, by its group, or by the student's. */
const asked =
  (reader: Reader, scope: Scope, of: StandingOf) => (eb: ExpressionBuilder<Rows, 's' | 'p' | 't'>) => {
    const wanted =
      'student' in of
        ? eb('s.student', '=', of.student)
        : 'journal' in of
          ? eb('s.journal', '=', of.journal)
          : eb('t.group', '=', of.group);
    const visible = seen(reader, scope, {
      student: eb.ref('s.student'),
      journal: eb.ref('s.journal'),
      period: eb.ref('p.period'),
      groups: [eb.ref('p.group'), eb.ref('t.group')],
    });
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
