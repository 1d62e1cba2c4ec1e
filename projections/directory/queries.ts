import { sql } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { lengthOf } from '../slice.ts';
import { isOneOf, staysOn, within } from '../within.ts';
import type { Page, Student, StudyGroup } from './table-groups.ts';
import type { CourseUnit } from './table.ts';
import { STUDENT } from './columns.ts';
import { visibleGroup, visibleStudent } from './visible.ts';

/** The groups within the scope, by name. */
export const groups = async (reader: Reader, scope: Scope): Promise<readonly StudyGroup[]> =>
  await reader
    .selectFrom('study_group as g')
    .where('g.college', '=', scope.college)
    .where((eb) => visibleGroup(reader, scope, eb.ref('g.group')))
    .select(['g.group', 'g.name', 'g.year', 'g.semester', 'g.curator'])
    .orderBy('g.name')
    .orderBy('g.group')
    .execute();

/** Who belonged to some groups on a day, by name; the group each was asked for under is `memberOf`. */
export const membersOf = async (
  reader: Reader,
  scope: Scope,
  groups: readonly string[],
  day: PlainDate,
): Promise<readonly (Student & { readonly memberOf: string })[]> =>
  await reader
    .selectFrom('group_member as m')
    .innerJoin('person_student as s', (join) =>
      join.onRef('s.college', '=', 'm.college').onRef('s.student', '=', 'm.student'),
    )
    .where('m.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('m.group'), groups))
    .where((eb) => staysOn(eb.ref('m.stays'), sql`${day}::date`))
    .where((eb) => visibleStudent(reader, scope, eb.ref('s.student')))
    .select(STUDENT)
    .select('m.group as memberOf')
    .orderBy('s.familyName')
    .orderBy('s.givenName')
    .orderBy('s.student')
    .execute();

/** The students within the scope, in the order of their ids: the first so many, at most 100, behind the one called `after`. */
export const students = async (
  reader: Reader,
  scope: Scope,
  { first, after }: { readonly first: number; readonly after?: string | undefined },
): Promise<readonly Student[]> =>
  await reader
    .selectFrom('person_student as s')
    .where('s.college', '=', scope.college)
    .where((eb) => visibleStudent(reader, scope, eb.ref('s.student')))
    .$if(after !== undefined, (query) => query.where('s.student', '>', after ?? ''))
    .select(STUDENT)
    .orderBy('s.student')
    .limit(lengthOf({ first }))
    .execute();

/** The pages of a group that take students from a day on: in periods that are not over and not locked. */
export const openPagesOf = async (
  reader: Reader,
  scope: Scope,
  group: string,
  from: PlainDate,
): Promise<readonly Page[]> =>
  await reader
    .selectFrom('directory_page as j')
    .innerJoin('attestation_period as p', (join) =>
      join.onRef('p.college', '=', 'j.college').onRef('p.period', '=', 'j.period'),
    )
    .where('j.college', '=', scope.college)
    .where('j.group', '=', group)
    .where('p.until', '>=', from)
    .where('p.locked', '=', false)
    .where((eb) => within(scope, { journals: [eb.ref('j.journal')], groups: [eb.ref('j.group')] }))
    .select(['j.journal', 'j.group', 'j.subgroup', 'j.courseUnit', 'j.period', 'j.scale'])
    .select('j.attestationForm')
    .orderBy('j.journal')
    .execute();

/** The course units by code: reference data, the same for everyone at the college. */
export const courseUnits = async (reader: Reader, scope: Scope): Promise<readonly CourseUnit[]> =>
  await reader
    .selectFrom('course_unit as u')
    .where('u.college', '=', scope.college)
    .select(['u.courseUnit', 'u.code', 'u.title', 'u.kind', 'u.module', 'u.practiceKind'])
    .orderBy('u.code')
    .orderBy('u.courseUnit')
    .execute();
