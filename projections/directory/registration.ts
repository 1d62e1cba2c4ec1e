import { sql } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { isOneOf, staysOn } from '../within.ts';
import { holds } from './holding.ts';
import type { GroupBriefing } from './table-access.ts';
import type { AccountRow } from './table.ts';
import { visibleGroup, visibleStudent } from './visible.ts';

/** Someone who should be a user of the journal: a student of the group, or who answers for one. */
export interface Registrant extends Pick<
  AccountRow,
  'name' | 'email' | 'phone' | 'declinedElectronicAccess'
> {
  readonly student: string;
  /** `null`: has no account yet. */
  readonly account: string | null;
  readonly holder: 'student' | 'guardian';
  /** Whether the name has its parts: surname and first name. */
  readonly familyName: string | null;
  readonly givenName: string | null;
}

/** The students of a group on a day and their guardians, with what is known of how to reach them. */
export const registrants = async (
  reader: Reader,
  scope: Scope,
  group: string,
  day: PlainDate,
): Promise<readonly Registrant[]> => {
  const members = reader
    .selectFrom('group_member as m')
    .where('m.college', '=', scope.college)
    .where('m.group', '=', group)
    .where((eb) => staysOn(eb.ref('m.stays'), sql`${day}::date`))
    .where((eb) => visibleStudent(reader, scope, eb.ref('m.student')))
    .where((eb) => visibleGroup(reader, scope, eb.ref('m.group')));
  const students = await members
    .innerJoin('person_student as s', (join) =>
      join.onRef('s.college', '=', 'm.college').onRef('s.student', '=', 'm.student'),
    )
    .leftJoin('role_grant as r', (join) =>
      join
        .onRef('r.college', '=', 'm.college')
        .onRef('r.student', '=', 'm.student')
        .on((eb) => holds(eb.ref('r.from'), eb.ref('r.until'), day)),
    )
    .leftJoin('person_account as a', (join) =>
      join.onRef('a.college', '=', 'r.college').onRef('a.account', '=', 'r.account'),
    )
    .select(['m.student', 's.familyName', 's.givenName', 'a.account', 'a.name', 'a.email', 'a.phone'])
    .orderBy('s.familyName')
    .orderBy('s.givenName')
    .orderBy('m.student')
    .execute();
  const guardians = await reader
    .selectFrom('guardianship as w')
    .innerJoin('person_account as a', (join) =>
      join.onRef('a.college', '=', 'w.college').onRef('a.account', '=', 'w.account'),
    )
    .where('w.college', '=', scope.college)
    .where((eb) => holds(eb.ref('w.from'), eb.ref('w.until'), day))
    .where((eb) =>
      isOneOf(
        eb.ref('w.student'),
        students.map(({ student }) => student),
      ),
    )
    .select(['w.student', 'a.account', 'a.name', 'a.email', 'a.phone', 'a.declinedElectronicAccess'])
    .orderBy('a.name')
    .orderBy('a.account')
    .execute();
  const ofStudent = Map.groupBy(guardians, ({ student }) => student);
  return students.flatMap((student): readonly Registrant[] => [
    { ...student, holder: 'student', declinedElectronicAccess: false },
    ...(ofStudent.get(student.student) ?? []).map((guardian): Registrant => {
      // A guardian's name is one text: surname, first name, patronymic, in this order.
      const [familyName = null, givenName = null] = guardian.name?.split(/\s+/u) ?? [];
      return { ...guardian, student: student.student, holder: 'guardian', familyName, givenName };
    }),
  ]);
};

/** When a group and its guardians were last briefed. */
export const briefingsOf = async (
  reader: Reader,
  scope: Scope,
  group: string,
): Promise<readonly GroupBriefing[]> =>
  await reader
    .selectFrom('group_briefing as b')
    .where('b.college', '=', scope.college)
    .where('b.group', '=', group)
    .where((eb) => visibleGroup(reader, scope, eb.ref('b.group')))
    .select(['b.group', 'b.audience', 'b.on', 'b.by'])
    .orderBy('b.audience')
    .execute();
