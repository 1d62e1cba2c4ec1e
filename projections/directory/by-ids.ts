import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf, isOneOf, within } from '../within.ts';
import type { Student, StudyGroup } from './table-groups.ts';
import type { Account, College, CourseUnit, Period } from './table.ts';
import { STUDENT } from './columns.ts';
import { visibleGroup, visibleStudent } from './visible.ts';

/** The college that the scope is of. */
export const collegeOf = async (reader: Reader, scope: Scope): Promise<College | undefined> =>
  await reader
    .selectFrom('directory_college as c')
    .where('c.college', '=', scope.college)
    .select(['c.id', 'c.name', 'c.zone', 'c.workingWeek'])
    .executeTakeFirst();

/** The students with some ids, in any order; those beyond the scope are left out. */
export const studentsByIds = async (
  reader: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Student[]> =>
  await reader
    .selectFrom('person_student as s')
    .where('s.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('s.student'), ids))
    .where((eb) => visibleStudent(reader, scope, eb.ref('s.student')))
    .select(STUDENT)
    .execute();

/** The accounts with some ids: the staff for everyone, who see their names beside marks; others for all-seeing eyes. */
export const accountsByIds = async (
  reader: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Account[]> =>
  await reader
    .selectFrom('person_account as a')
    .where('a.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('a.account'), ids))
    .where((eb) => anyOf([within(scope, {}), eb('a.holder', '=', 'staff')]))
    .select(['a.account', 'a.holder', 'a.name'])
    .execute();

/** The groups with some ids; those beyond the scope are left out. */
export const groupsByIds = async (
  reader: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly StudyGroup[]> =>
  await reader
    .selectFrom('study_group as g')
    .where('g.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('g.group'), ids))
    .where((eb) => visibleGroup(reader, scope, eb.ref('g.group')))
    .select(['g.group', 'g.name', 'g.year', 'g.semester', 'g.curator'])
    .execute();

/** The course units with some ids: reference data, the same for everyone at the college. */
export const courseUnitsByIds = async (
  reader: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly CourseUnit[]> =>
  await reader
    .selectFrom('course_unit as u')
    .where('u.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('u.courseUnit'), ids))
    .select(['u.courseUnit', 'u.code', 'u.title', 'u.kind', 'u.module', 'u.practiceKind'])
    .execute();

/** The attestation periods with some ids, or all of them, earliest first: the same for everyone at the college. */
export const attestationPeriods = async (
  reader: Reader,
  scope: Scope,
  ids?: readonly string[],
): Promise<readonly Period[]> =>
  await reader
    .selectFrom('attestation_period as p')
    .where('p.college', '=', scope.college)
    .$if(ids !== undefined, (query) => query.where((eb) => isOneOf(eb.ref('p.period'), ids ?? [])))
    .select(['p.period', 'p.kind', 'p.title', 'p.from', 'p.until', 'p.attestationMarksUntil'])
    .select(['p.locked', 'p.lockedAt', 'p.reopenedAt'])
    .orderBy('p.from')
    .orderBy('p.until')
    .orderBy('p.period')
    .execute();
