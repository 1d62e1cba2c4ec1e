import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { seen } from '../standing/seen.ts';
import { anyOf, within } from '../within.ts';
import type { CourseWork, CourseWorkPage, FinalQualification, Supervision } from './table.ts';

/** Whose course works are asked for; what is not said is not asked. */
export interface CourseWorkFilter {
  readonly journal?: string;
  readonly student?: string;
  readonly group?: string;
}

/** Course works with topic and mark, as far as the scope reaches; a thousand at most (R-WRK-01). */
export const courseWorks = async (
  reader: Reader,
  scope: Scope,
  { journal, student, group }: CourseWorkFilter,
): Promise<readonly (CourseWork & Pick<CourseWorkPage, 'courseUnit'>)[]> =>
  await reader
    .selectFrom('course_work as w')
    .innerJoin('course_work_page as p', (join) =>
      join.onRef('p.college', '=', 'w.college').onRef('p.journal', '=', 'w.journal'),
    )
    .leftJoin('final_student as t', (join) =>
      join.onRef('t.college', '=', 'w.college').onRef('t.student', '=', 'w.student'),
    )
    .where('w.college', '=', scope.college)
    .where((eb) =>
      seen(reader, scope, {
        student: eb.ref('w.student'),
        journal: eb.ref('w.journal'),
        period: eb.ref('w.period'),
        groups: [eb.ref('p.group'), eb.ref('t.group')],
      }),
    )
    .$if(journal !== undefined, (query) => query.where('w.journal', '=', journal ?? ''))
    .$if(student !== undefined, (query) => query.where('w.student', '=', student ?? ''))
    .$if(group !== undefined, (query) => query.where('p.group', '=', group ?? ''))
    .select([
      'w.journal',
      'w.student',
      'w.period',
      'w.topic',
      'w.mark',
      'w.defendedOn',
      'w.late',
      'w.revision',
      'p.courseUnit',
    ])
    .orderBy('w.journal')
    .orderBy('w.student')
    .limit(1000)
    .execute();

/** How a student’s studies end, with the supervisors an order names. */
export interface StudentQualification extends FinalQualification {
  readonly supervisors: readonly Omit<Supervision, 'student'>[];
  /** `null` where the name was erased. */
  readonly familyName: string | null;
  readonly givenName: string | null;
}

/** The students whose final qualification is asked for. */
export interface QualificationFilter {
  readonly student?: string;
  readonly group?: string;
}

/**
 * Theses and demonstration exams as far as the scope reaches, and beyond it the students whom an order names the
 * viewer's account for: a supervisor reaches them and nobody else (T-55).
 */
export const finalQualifications = async (
  reader: Reader,
  scope: Scope,
  account: string,
  { student, group }: QualificationFilter,
): Promise<readonly StudentQualification[]> => {
  const supervised = reader
    .selectFrom('supervision as v')
    .where('v.college', '=', scope.college)
    .where('v.account', '=', account)
    .select('v.student');
  const rows = await reader
    .selectFrom('final_qualification as q')
    .leftJoin('final_student as t', (join) =>
      join.onRef('t.college', '=', 'q.college').onRef('t.student', '=', 'q.student'),
    )
    .leftJoin('person_student as n', (join) =>
      join.onRef('n.college', '=', 'q.college').onRef('n.student', '=', 'q.student'),
    )
    .where('q.college', '=', scope.college)
    .where((eb) =>
      anyOf([
        within(scope, { groups: [eb.ref('t.group')], students: [eb.ref('q.student')] }),
        eb('q.student', 'in', supervised),
      ]),
    )
    .$if(student !== undefined, (query) => query.where('q.student', '=', student ?? ''))
    .$if(group !== undefined, (query) => query.where('t.group', '=', group ?? ''))
    .select(['q.student', 'q.thesis', 'q.defendedOn', 'q.exam', 'q.points', 'q.examOn', 'q.revision'])
    .select(['n.familyName', 'n.givenName'])
    .orderBy('q.student')
    .limit(1000)
    .execute();
  if (rows.length === 0) return [];
  const named = await reader
    .selectFrom('supervision as v')
    .where('v.college', '=', scope.college)
    .where(
      'v.student',
      'in',
      rows.map((row) => row.student),
    )
    .select(['v.student', 'v.of', 'v.account', 'v.from', 'v.order'])
    .orderBy('v.of')
    .execute();
  const byStudent = Map.groupBy(named, (row) => row.student);
  return rows.map((row) => ({
    ...row,
    supervisors: (byStudent.get(row.student) ?? []).map(({ student: _, ...supervisor }) => supervisor),
  }));
};
