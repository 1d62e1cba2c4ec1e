import type { ExpressionBuilder } from 'kysely';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader, Tables } from '../reader.ts';
import { seen } from './seen.ts';
import { shownStanding, type StudentStanding } from './shown.ts';
import type { Standing } from './table.ts';

/** Whose standing is asked for: of a student, of a page, or of all who study in a group. */
export type StandingOf =
  { readonly student: string } | { readonly journal: string } | { readonly group: string };

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
  return rows.map((row) => shownStanding(scope, row, row));
};

/**
 * The students on pages whose standing is seen today, as far as they were ever asked about: for a group, all who
 * ever were in it. Time travel tells older values of these rows, and of no others.
 */
export const seenOnPages = async (
  reader: Reader,
  scope: Scope,
  of: StandingOf,
): Promise<readonly Pick<Standing, 'student' | 'journal'>[]> =>
  await reader
    .selectFrom('standing as s')
    .innerJoin('standing_page as p', (join) =>
      join.onRef('p.college', '=', 's.college').onRef('p.journal', '=', 's.journal'),
    )
    .innerJoin('standing_student as t', (join) =>
      join.onRef('t.college', '=', 's.college').onRef('t.student', '=', 's.student'),
    )
    .where('s.college', '=', scope.college)
    .where((eb) => {
      if ('student' in of) return eb('s.student', '=', of.student);
      if ('journal' in of) return eb('s.journal', '=', of.journal);
      const members = eb
        .selectFrom('group_member as m')
        .where('m.college', '=', scope.college)
        .where('m.group', '=', of.group)
        .select('m.student');
      return eb('s.student', 'in', members);
    })
    .where((eb) =>
      seen(reader, scope, {
        student: eb.ref('s.student'),
        journal: eb.ref('s.journal'),
        period: eb.ref('p.period'),
        groups: [eb.ref('p.group'), eb.ref('t.group')],
      }),
    )
    .select(['s.student', 's.journal'])
    .orderBy('s.student')
    .orderBy('s.journal')
    .execute();
