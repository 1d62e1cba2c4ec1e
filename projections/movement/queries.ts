import { sql } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { visibleGroup, visibleStudent } from '../directory/visible.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';
import type { GroupMovement, StudentMovement, StudentName } from './table.ts';

/** The movements of a student, in the order in which they were recorded. */
export const movementsOf = async (
  reader: Reader,
  scope: Scope,
  student: string,
): Promise<readonly StudentMovement[]> =>
  await reader
    .selectFrom('student_movement as m')
    .where('m.college', '=', scope.college)
    .where('m.student', '=', student)
    .where((eb) => visibleStudent(reader, scope, eb.ref('m.student')))
    .select(['m.student', 'm.movement', 'm.kind', 'm.on', 'm.until', 'm.fromGroup', 'm.toGroup'])
    .select(['m.formOfStudy', 'm.individualCurriculum', 'm.toYear', 'm.toSemester', 'm.conditional'])
    .select(['m.orderNumber', 'm.orderDate', 'm.reason', 'm.recordedAt', 'm.recordedBy', 'm.position'])
    .select(['m.annulledAt', 'm.annulledBy', 'm.annulmentOrderNumber', 'm.annulmentOrderDate'])
    .select('m.annulmentReason')
    .orderBy('m.position')
    .execute();

/** The promotions and the graduation of a group, in the order in which they were recorded. */
export const movementsOfGroup = async (
  reader: Reader,
  scope: Scope,
  group: string,
): Promise<readonly GroupMovement[]> =>
  await reader
    .selectFrom('group_movement as m')
    .where('m.college', '=', scope.college)
    .where('m.group', '=', group)
    .where((eb) => within(scope, { groups: [eb.ref('m.group')] }))
    .select(['m.group', 'm.movement', 'm.kind', 'm.on', 'm.toYear', 'm.toSemester', 'm.students'])
    .select(['m.exceptions', 'm.orderNumber', 'm.orderDate', 'm.recordedAt', 'm.recordedBy', 'm.position'])
    .select(['m.annulledAt', 'm.annulledBy', 'm.annulmentReason'])
    .orderBy('m.position')
    .execute();

/** Every name of a student, the first one first. */
export const namesOf = async (
  reader: Reader,
  scope: Scope,
  student: string,
): Promise<readonly StudentName[]> =>
  await reader
    .selectFrom('student_name as n')
    .where('n.college', '=', scope.college)
    .where('n.student', '=', student)
    .where((eb) => visibleStudent(reader, scope, eb.ref('n.student')))
    .select(['n.student', 'n.position', 'n.since', 'n.cause', 'n.familyName', 'n.givenName', 'n.patronymic'])
    .select(['n.orderNumber', 'n.orderDate'])
    .orderBy('n.since')
    .orderBy('n.position')
    .execute();

/** The name that a document issued on a day bears: the last one of that day, or the first there ever was (T-33). */
export const nameOn = (names: readonly StudentName[], day: PlainDate): StudentName | undefined =>
  names.findLast(({ since }) => since <= day) ?? names[0];

/** How many study in a group on a day. */
export interface StudentBody {
  readonly group: string | null;
  readonly students: number;
  readonly onLeave: number;
  readonly fullTime: number;
  readonly partTime: number;
  readonly correspondence: number;
  readonly individualCurricula: number;
}

/** The student body of a day (контингент), group by group; who studies outside a group is counted under none. */
export const studentBody = async (
  reader: Reader,
  scope: Scope,
  day: PlainDate,
): Promise<readonly StudentBody[]> => {
  const stay = sql<{
    group: string | null;
    formOfStudy: string;
    individualCurriculum: string | null;
  }>`jsonb_to_recordset(s.stays) AS stay("from" date, "until" date, "group" uuid, "formOfStudy" text, "individualCurriculum" uuid)`;
  const { rows } = await sql<StudentBody>`
    SELECT stay."group", count(*)::int AS "students",
      count(*) FILTER (WHERE EXISTS (
        SELECT FROM jsonb_to_recordset(s.leaves) AS leave("from" date, "until" date)
        WHERE ${day}::date BETWEEN leave."from" AND leave."until"))::int AS "onLeave",
      count(*) FILTER (WHERE stay."formOfStudy" = 'fullTime')::int AS "fullTime",
      count(*) FILTER (WHERE stay."formOfStudy" = 'partTime')::int AS "partTime",
      count(*) FILTER (WHERE stay."formOfStudy" = 'correspondence')::int AS "correspondence",
      count(stay."individualCurriculum")::int AS "individualCurricula"
    FROM read.student_stay AS s CROSS JOIN LATERAL ${stay}
    WHERE s.college = ${scope.college}
      AND stay."from" <= ${day}::date AND (stay."until" IS NULL OR stay."until" >= ${day}::date)
      AND ${visibleGroup(reader, scope, sql.ref<string | null>('stay.group'))}
    GROUP BY stay."group" ORDER BY stay."group"`.execute(reader);
  return rows;
};
