import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf, isOneOf, staysOn } from '../within.ts';
import type { TimetableEntryRow, TimetableLessonRow, WeeklyTimetableRow } from './rows.ts';

/** Whose timetable is asked for, or that of which room; the whole college's where nothing is named. */
export interface TimetableFilter {
  readonly group?: string | undefined;
  readonly teacher?: string | undefined;
  readonly student?: string | undefined;
  readonly room?: string | undefined;
  readonly roomId?: string | undefined;
}

/** A dated lesson as it stands in the timetable. */
export type TimetabledLesson = Omit<TimetableLessonRow, 'teachers'> & {
  readonly teachers: readonly string[];
  readonly group: string | null;
  readonly groupName: string | null;
  readonly subgroup: string | null;
  readonly courseUnit: string;
};

const isAmong = (list: Expression<unknown>, one: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${list} @> ${JSON.stringify([one])}::jsonb`;

/** The lessons of a stretch of days, both ends included, by date and time, as far as the scope reaches. */
export const timetabled = async (
  reader: Reader,
  scope: Scope,
  { group, teacher, student, room, roomId }: TimetableFilter,
  from: PlainDate,
  until: PlainDate,
): Promise<readonly TimetabledLesson[]> => {
  /** The lessons at which one of some students is on the page that day: one's own timetable (R-SCH-11). */
  const attendedBy = (students: Iterable<string>) =>
    reader
      .selectFrom('gradebook_roster as r')
      .whereRef('r.college', '=', sql.ref('l.college'))
      .whereRef('r.journal', '=', sql.ref('l.journal'))
      .where((eb) => isOneOf(eb.ref('r.student'), students))
      .where((eb) => staysOn(eb.ref('r.stays'), sql.ref('l.date')))
      .select('r.student');
  return await reader
    .selectFrom('timetable_lesson as l')
    .innerJoin('gradebook_page as p', (join) =>
      join.onRef('p.college', '=', 'l.college').onRef('p.journal', '=', 'l.journal'),
    )
    .leftJoin('study_group as g', (join) =>
      join.onRef('g.college', '=', 'p.college').onRef('g.group', '=', 'p.group'),
    )
    .where('l.college', '=', scope.college)
    .where('l.date', '>=', from)
    .where('l.date', '<=', until)
    .$if(!scope.everything, (query) =>
      query.where((eb) =>
        anyOf([
          isOneOf(eb.ref('p.journal'), scope.journals),
          isOneOf(eb.ref('p.group'), scope.groups),
          eb.exists(attendedBy(scope.students)),
        ]),
      ),
    )
    .$if(group !== undefined, (query) => query.where('p.group', '=', group ?? ''))
    .$if(student !== undefined, (query) => query.where((eb) => eb.exists(attendedBy([student ?? '']))))
    .$if(roomId !== undefined, (query) => query.where('l.roomId', '=', roomId ?? ''))
    .$if(room !== undefined, (query) =>
      query.where((eb) => eb(eb.fn('lower', ['l.room']), '=', (room ?? '').toLowerCase())),
    )
    .$if(teacher !== undefined, (query) =>
      query.where((eb) =>
        anyOf([
          isAmong(eb.fn.coalesce('l.teachers', 'p.teachers'), teacher ?? ''),
          eb('l.substitute', '=', teacher ?? ''),
        ]),
      ),
    )
    .select(['l.lesson', 'l.journal', 'l.date', 'l.startsAt', 'l.endsAt', 'l.academicHours'])
    .select(['l.deliveryForm', 'l.room', 'l.roomId', 'l.substitute', 'l.status'])
    .select((eb) => eb.fn.coalesce('l.teachers', 'p.teachers').as('teachers'))
    .select(['p.group', 'g.name as groupName', 'p.subgroup', 'p.courseUnit'])
    .orderBy('l.date')
    .orderBy('l.startsAt')
    .orderBy('l.lesson')
    .execute();
};

/** The weekly timetables, latest first; for those who see every lesson of the college. */
export const weeklyTimetables = async (
  reader: Reader,
  scope: Scope,
): Promise<readonly WeeklyTimetableRow[]> =>
  scope.everything
    ? await reader
        .selectFrom('weekly_timetable as w')
        .where('w.college', '=', scope.college)
        .select(['w.timetable', 'w.title', 'w.from', 'w.until', 'w.approvedOn', 'w.generatedUntil'])
        .orderBy('w.from', 'desc')
        .orderBy('w.timetable')
        .execute()
    : [];

/** The lessons of some weekly timetables, by weekday and time; for those who see every lesson of the college. */
export const timetableEntriesOf = async (
  reader: Reader,
  scope: Scope,
  timetables: readonly string[],
): Promise<readonly TimetableEntryRow[]> =>
  scope.everything
    ? await reader
        .selectFrom('timetable_entry as e')
        .where('e.college', '=', scope.college)
        .where((eb) => isOneOf(eb.ref('e.timetable'), timetables))
        .select(['e.timetable', 'e.entry', 'e.journal', 'e.weekday', 'e.weeks', 'e.pair', 'e.startsAt'])
        .select(['e.endsAt', 'e.academicHours', 'e.deliveryForm', 'e.room', 'e.roomId', 'e.teachers'])
        .select(['e.from', 'e.lastDay'])
        .orderBy('e.weekday')
        .orderBy('e.startsAt')
        .orderBy('e.entry')
        .execute()
    : [];
