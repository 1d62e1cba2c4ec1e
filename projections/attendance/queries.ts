import { sql } from 'kysely';
import type { Days } from '../../src/policies/academic-year.ts';
import type { MissedDay } from '../../src/policies/missed-day.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf, staysOn, within } from '../within.ts';
import { summarise, type AttendanceDay, type AttendanceSummary } from './summary.ts';

/** Which form is asked for. */
export interface AttendanceOf {
  readonly group: string;
  /** `2024-09`. */
  readonly month: string;
  readonly missedDay: MissedDay;
}

/** Whose attendance of which days is asked for. */
export interface AttendanceBetween extends Days {
  readonly group: string;
  readonly missedDay: MissedDay;
}

/** The days of a month. */
export const daysOf = (month: string): Days => {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return { from: `${month}-01`, until: `${month}-${String(daysInMonth)}` };
};

/**
 * Each student's days. Counted are lessons that were held, so neither those ahead nor cancelled ones
 * (T-31), while the student was on the page and enrolled (T-16). A page of no group, such as an elective, counts
 * for those who studied in the group that day.
 */
const days = async (
  reader: Reader,
  scope: Scope,
  { group, from, until }: AttendanceBetween,
): Promise<AttendanceDay[]> =>
  await reader
    .selectFrom('attendance_lesson as l')
    .innerJoin('attendance_page as p', (join) =>
      join.onRef('p.college', '=', 'l.college').onRef('p.journal', '=', 'l.journal'),
    )
    .innerJoin('attendance_roster_entry as r', (join) =>
      join.onRef('r.college', '=', 'l.college').onRef('r.journal', '=', 'l.journal'),
    )
    .innerJoin('attendance_student as s', (join) =>
      join.onRef('s.college', '=', 'r.college').onRef('s.student', '=', 'r.student'),
    )
    .leftJoin('attendance_cell as c', (join) =>
      join
        .onRef('c.college', '=', 'l.college')
        .onRef('c.lesson', '=', 'l.lesson')
        .onRef('c.student', '=', 'r.student'),
    )
    .where('l.college', '=', scope.college)
    .where('l.status', '=', 'conducted')
    .where('l.date', '>=', from)
    .where('l.date', '<=', until)
    .where((eb) => staysOn(eb.ref('r.stays'), eb.ref('l.date')))
    .where((eb) =>
      anyOf([
        eb.and([eb('p.group', '=', group), staysOn(eb.ref('s.enrolments'), eb.ref('l.date'))]),
        eb.and([eb('p.group', 'is', null), staysOn(eb.ref('s.enrolments'), eb.ref('l.date'), group)]),
      ]),
    )
    .where((eb) =>
      within(scope, {
        journals: [eb.ref('l.journal')],
        groups: [eb.val(group).$castTo<string>()],
        students: [eb.ref('r.student')],
      }),
    )
    .groupBy(['r.student', 'l.date'])
    .orderBy('r.student')
    .orderBy('l.date')
    .select((eb) => {
      const hours = eb.ref('c.academicHours');
      const absent = sql`${eb.ref('c.status')} = 'absent'`;
      const excused = sql`${absent} AND ${eb.ref('c.classified')} = 'excused'`;
      const unexcused = sql`${absent} AND ${eb.ref('c.classified')} = 'unexcused'`;
      return [
        'r.student as student',
        'l.date as date',
        sql<number>`count(*)::int`.as('held'),
        sql<number>`sum(${eb.ref('l.academicHours')})::int`.as('heldHours'),
        sql<number>`(count(*) FILTER (WHERE ${absent}))::int`.as('missed'),
        sql<number>`coalesce(sum(${hours}) FILTER (WHERE ${absent}), 0)::int`.as('missedHours'),
        sql<number>`coalesce(sum(${hours}) FILTER (WHERE ${excused}), 0)::int`.as('excusedHours'),
        sql<number>`coalesce(sum(${hours}) FILTER (WHERE ${unexcused}), 0)::int`.as('unexcusedHours'),
        sql<number>`(count(*) FILTER (WHERE ${eb.ref('c.status')} = 'late'))::int`.as('late'),
      ];
    })
    .execute();

/** The attendance of a group over some days, counted as Форма 2 counts it. */
export const attendanceBetween = async (
  reader: Reader,
  scope: Scope,
  of: AttendanceBetween,
): Promise<AttendanceSummary> => summarise(await days(reader, scope, of), of.missedDay);

/** Форма 2 of a group and a month, over the lessons within the scope (R-ATT-10, R-REP-02). */
export const attendanceSummary = async (
  reader: Reader,
  scope: Scope,
  { group, month, missedDay }: AttendanceOf,
): Promise<AttendanceSummary> =>
  await attendanceBetween(reader, scope, { group, ...daysOf(month), missedDay });
