import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import { participationOf, type Participation } from '../../src/policies/participation.ts';
import type { Role } from '../../events/role.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';
import { activityIn, type LocalDays } from './activity.ts';

const TEACHING: readonly Role[] = ['teacher', 'practicalTrainingInstructor'];

/** Whether a stretch of days, open-ended with `null`, has a day in common with those asked about. */
const touches = (
  first: Expression<PlainDate | null>,
  last: Expression<PlainDate | null>,
  { from, until }: LocalDays,
): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${first} <= ${until}::date AND (${last} IS NULL OR ${last} >= ${from}::date))`;

/** Who studied in which group on any of the days, academic leave left out. */
const enrolledIn = async (reader: Reader, scope: Scope, days: LocalDays) =>
  await reader
    .selectFrom('attendance_student as s')
    .innerJoinLateral(
      (eb) =>
        sql<{ first: PlainDate; last: PlainDate | null; group: string | null }>`(
          SELECT "from" AS first, "until" AS last, "group" AS "group"
          FROM jsonb_to_recordset(${eb.ref('s.enrolments')}) AS stay("from" date, "until" date, "group" uuid))`.as(
          'e',
        ),
      (join) => join.onTrue(),
    )
    .where('s.college', '=', scope.college)
    .where((eb) => touches(eb.ref('e.first'), eb.ref('e.last'), days))
    .where((eb) => within(scope, { groups: [sql.ref('e.group')], students: [eb.ref('s.student')] }))
    .select(['s.student', 'e.group'])
    .distinct()
    .execute();

/** Who has a mark for a lesson of those days, or a result of an attestation held on one. */
const markedIn = async (reader: Reader, scope: Scope, { from, until }: LocalDays) =>
  await reader
    .selectFrom('monitored_lesson as l')
    .innerJoin('gradebook_cell as c', (join) =>
      join
        .onRef('c.college', '=', 'l.college')
        .onRef('c.journal', '=', 'l.journal')
        .onRef('c.lesson', '=', 'l.lesson'),
    )
    .where('l.college', '=', scope.college)
    .where('l.date', '>=', from)
    .where('l.date', '<=', until)
    .where('l.marks', '>', 0)
    .where((eb) => sql<SqlBool>`jsonb_array_length(${eb.ref('c.marks')}) > 0`)
    .select('c.student')
    .union(
      reader
        .selectFrom('gradebook_attestation as a')
        .where('a.college', '=', scope.college)
        .where('a.heldOn', '>=', from)
        .where('a.heldOn', '<=', until)
        .select('a.student'),
    )
    .execute();

/** Who was on the staff and held a teaching role on any of the days. */
const teachingIn = async (reader: Reader, scope: Scope, days: LocalDays) =>
  await reader
    .selectFrom('role_grant as r')
    .innerJoin('person_account as a', (join) =>
      join.onRef('a.college', '=', 'r.college').onRef('a.account', '=', 'r.account'),
    )
    .where('r.college', '=', scope.college)
    .where('r.role', 'in', TEACHING)
    .where((eb) => touches(eb.ref('r.from'), eb.ref('r.until'), days))
    .where((eb) => touches(eb.ref('a.staffFrom'), eb.ref('a.staffUntil'), days))
    .select('r.account')
    .distinct()
    .execute();

/** Who had a page in the load, by its group: pages of periods that share a day with those asked about. */
const loadedIn = async (reader: Reader, scope: Scope, days: LocalDays) =>
  await reader
    .selectFrom('teaching_load as l')
    .innerJoin('gradebook_page as p', (join) =>
      join.onRef('p.college', '=', 'l.college').onRef('p.journal', '=', 'l.journal'),
    )
    .innerJoin('attestation_period as a', (join) =>
      join.onRef('a.college', '=', 'p.college').onRef('a.period', '=', 'p.period'),
    )
    .where('l.college', '=', scope.college)
    .where('l.from', '<=', days.until)
    .where((eb) => touches(eb.ref('a.from'), eb.ref('a.until'), days))
    .where((eb) => within(scope, { groups: [eb.ref('p.group')] }))
    .select(['l.account', 'p.group'])
    .distinct()
    .execute();

const enteredIn = async (reader: Reader, scope: Scope, days: LocalDays) =>
  await activityIn(reader, scope, days).select(['a.account', 'p.group']).distinct().execute();

/**
 * How many of the teaching staff entered anything, and how many students have no mark at all (R-MON-01, R-REP-09), of
 * the college and group by group; a curator's figures are of the own groups.
 */
export const participation = async (
  reader: Reader,
  scope: Scope,
  days: LocalDays,
): Promise<Participation> => {
  const [enrolled, marked, staff, loaded, entered] = await Promise.all([
    enrolledIn(reader, scope, days),
    markedIn(reader, scope, days),
    teachingIn(reader, scope, days),
    loadedIn(reader, scope, days),
    enteredIn(reader, scope, days),
  ]);
  const teaching = new Set(staff.map(({ account }) => account));
  const onPages = loaded.filter(({ account }) => teaching.has(account));
  return participationOf({
    enrolled,
    marked: new Set(marked.map(({ student }) => student)),
    staff: scope.everything ? teaching : new Set(onPages.map(({ account }) => account)),
    loaded: onPages,
    entered,
  });
};
