import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf, within, type Id } from '../within.ts';

const among = (id: Id, list: Expression<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`${id} IN (${list})`;

/** The students a scope reaches: themselves, those who ever stood on its pages, those who ever were in its groups. */
export const visibleStudent = (reader: Reader, scope: Scope, student: Id): RawBuilder<SqlBool> => {
  if (scope.everything) return within(scope, {});
  const onPages = reader
    .selectFrom('directory_page_student as vp')
    .where('vp.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('vp.journal')] }))
    .select('vp.student');
  const inGroups = reader
    .selectFrom('group_member as vm')
    .where('vm.college', '=', scope.college)
    .where((eb) => within(scope, { groups: [eb.ref('vm.group')] }))
    .select('vm.student');
  return anyOf([within(scope, { students: [student] }), among(student, onPages), among(student, inGroups)]);
};

/** The groups a scope reaches: its own, those of its pages, those its students ever were in. */
export const visibleGroup = (reader: Reader, scope: Scope, group: Id): RawBuilder<SqlBool> => {
  if (scope.everything) return within(scope, {});
  const ofPages = reader
    .selectFrom('directory_page as vp')
    .where('vp.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('vp.journal')] }))
    .select('vp.group');
  const ofStudents = reader
    .selectFrom('group_member as vm')
    .where('vm.college', '=', scope.college)
    .where((eb) => within(scope, { students: [eb.ref('vm.student')] }))
    .select('vm.group');
  return anyOf([within(scope, { groups: [group] }), among(group, ofPages), among(group, ofStudents)]);
};

/** The attestation periods that a regulation still shows learners: those that lasted until its first day or longer (R-ROLE-21, D-15). */
export const shownPeriods = (reader: Reader, scope: Scope) =>
  reader
    .selectFrom('attestation_period as ap')
    .where('ap.college', '=', scope.college)
    .$if(scope.learnerView.since !== null, (query) =>
      query.where('ap.until', '>=', scope.learnerView.since ?? ''),
    )
    .select('ap.period');

const shownPages = (reader: Reader, scope: Scope) =>
  reader
    .selectFrom('directory_page as sp')
    .where('sp.college', '=', scope.college)
    .where('sp.period', 'in', shownPeriods(reader, scope))
    .select('sp.journal');

/** The pages a scope reaches: its own, those of its groups, those its students ever stood on. */
export const visiblePage = (reader: Reader, scope: Scope, journal: Id): RawBuilder<SqlBool> => {
  if (scope.everything) return within(scope, {});
  const ofGroups = reader
    .selectFrom('directory_page as vp')
    .where('vp.college', '=', scope.college)
    .where((eb) => within(scope, { groups: [eb.ref('vp.group')] }))
    .select('vp.journal');
  const ofStudents = reader
    .selectFrom('directory_page_student as vs')
    .where('vs.college', '=', scope.college)
    .where((eb) => within(scope, { students: [eb.ref('vs.student')] }))
    .$if(scope.learnerView.since !== null, (query) =>
      query.where('vs.journal', 'in', shownPages(reader, scope)),
    )
    .select('vs.journal');
  return anyOf([
    within(scope, { journals: [journal] }),
    among(journal, ofGroups),
    among(journal, ofStudents),
  ]);
};
