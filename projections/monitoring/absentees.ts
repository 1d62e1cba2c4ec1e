import { asksForReaction } from '../../src/policies/absence-reaction.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { AttendanceCell } from '../attendance/table.ts';
import { holds } from '../directory/holding.ts';
import type { Reader } from '../reader.ts';
import { anyOf, isOneOf, staysOn, within } from '../within.ts';

/** A lesson that a student missed on a day. */
export interface Missed extends Pick<
  AttendanceCell,
  'lesson' | 'journal' | 'academicHours' | 'classified' | 'announced'
> {
  readonly startsAt: string;
  readonly asksForReaction: boolean;
}

/** A student who missed lessons on a day. */
export interface Absentee {
  readonly student: string;
  readonly missed: readonly Missed[];
  readonly hoursMissed: number;
  /** Some of it asks for a prompt reaction (R-ATT-11). */
  readonly asksForReaction: boolean;
}

/** Somebody who answers for a student, and how they are told. */
export interface GuardianToTell {
  readonly student: string | null;
  readonly account: string;
  readonly name: string | null;
  /** Declared in writing to want no electronic access (T-40). */
  readonly declinedElectronicAccess: boolean;
}

/**
 * Who of a group was recorded as absent on a day, on its pages and on those of no group (R-ATT-13): first those whose
 * absence asks for a prompt reaction. What is only announced is no absence yet (T-11).
 */
export const absentees = async (
  reader: Reader,
  scope: Scope,
  { group, on }: { readonly group: string; readonly on: PlainDate },
): Promise<readonly Absentee[]> => {
  const rows = await reader
    .selectFrom('monitored_lesson as l')
    .innerJoin('attendance_cell as c', (join) =>
      join.onRef('c.college', '=', 'l.college').onRef('c.lesson', '=', 'l.lesson'),
    )
    .innerJoin('attendance_page as p', (join) =>
      join.onRef('p.college', '=', 'l.college').onRef('p.journal', '=', 'l.journal'),
    )
    .innerJoin('attendance_student as s', (join) =>
      join.onRef('s.college', '=', 'c.college').onRef('s.student', '=', 'c.student'),
    )
    .where('l.college', '=', scope.college)
    .where('l.date', '=', on)
    .where('l.status', '=', 'conducted')
    .where('c.status', '=', 'absent')
    .where((eb) =>
      anyOf([
        eb('p.group', '=', group),
        eb.and([eb('p.group', 'is', null), staysOn(eb.ref('s.enrolments'), eb.ref('l.date'), group)]),
      ]),
    )
    .where((eb) =>
      within(scope, { journals: [eb.ref('l.journal')], groups: [eb.val(group).$castTo<string>()] }),
    )
    .select([
      'c.student',
      'c.lesson',
      'c.journal',
      'c.academicHours',
      'c.classified',
      'c.announced',
      'l.startsAt',
    ])
    .orderBy('c.student')
    .orderBy('l.startsAt')
    .orderBy('c.lesson')
    .execute();
  const all = [...Map.groupBy(rows, ({ student }) => student)].map(([student, cells]): Absentee => {
    const missed = cells.map(({ student: _, ...cell }) => ({
      ...cell,
      asksForReaction: asksForReaction(cell),
    }));
    return {
      student,
      missed,
      hoursMissed: missed.reduce((sum, { academicHours }) => sum + academicHours, 0),
      asksForReaction: missed.some((each) => each.asksForReaction),
    };
  });
  return all.toSorted((one, other) => Number(other.asksForReaction) - Number(one.asksForReaction));
};

/** Who answered for some students on a day; within a scope that knows whole groups. */
export const guardiansToTell = async (
  reader: Reader,
  scope: Scope,
  {
    group,
    on,
    students,
  }: { readonly group: string; readonly on: PlainDate; readonly students: readonly string[] },
): Promise<readonly GuardianToTell[]> =>
  await reader
    .selectFrom('guardianship as w')
    .innerJoin('person_account as a', (join) =>
      join.onRef('a.college', '=', 'w.college').onRef('a.account', '=', 'w.account'),
    )
    .where('w.college', '=', scope.college)
    .where((eb) => within(scope, { groups: [eb.val(group).$castTo<string>()] }))
    .where((eb) => holds(eb.ref('w.from'), eb.ref('w.until'), on))
    .where((eb) => isOneOf(eb.ref('w.student'), students))
    .select(['w.student', 'a.account', 'a.name', 'a.declinedElectronicAccess'])
    .orderBy('a.name')
    .orderBy('a.account')
    .execute();
