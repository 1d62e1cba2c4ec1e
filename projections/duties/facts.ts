import { sql } from 'kysely';
import { plusDays, type PlainDate } from '../../src/policies/calendar.ts';
import type { Days } from '../../src/policies/academic-year.ts';
import type { DutyFacts, PageFact } from '../../src/policies/duties/facts.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { attestationPeriods } from '../directory/by-ids.ts';
import { holds } from '../directory/holding.ts';
import type { Reader } from '../reader.ts';
import { pendingOf } from './pending.ts';

/** Whatever is due on a day was done after the beginning of the year before it, or not at all. */
const LONGEST_AHEAD_DAYS = 400;

const groupsOf = async (
  reader: Reader,
  { college }: Scope,
  today: PlainDate,
): Promise<DutyFacts['groups']> => {
  const groups = await reader
    .selectFrom('duty_group as g')
    .where('g.college', '=', college)
    .select(['g.group', 'g.curator', 'g.formedOn', 'g.graduatedOn'])
    .orderBy('g.group')
    .execute();
  const declined = await reader
    .selectFrom('guardianship as w')
    .innerJoin('person_student as s', (join) =>
      join.onRef('s.college', '=', 'w.college').onRef('s.student', '=', 'w.student'),
    )
    .innerJoin('person_account as a', (join) =>
      join.onRef('a.college', '=', 'w.college').onRef('a.account', '=', 'w.account'),
    )
    .where('w.college', '=', college)
    .where('a.declinedElectronicAccess', '=', true)
    .where((eb) => holds(eb.ref('w.from'), eb.ref('w.until'), today))
    .select(['s.group', 'w.account'])
    .distinct()
    .execute();
  const onPaper = Map.groupBy(declined, ({ group }) => group);
  return groups.map((group) => ({ ...group, guardiansOnPaper: onPaper.get(group.group)?.length ?? 0 }));
};

const pagesOf = async (reader: Reader, { college }: Scope): Promise<readonly PageFact[]> =>
  await reader
    .selectFrom('directory_page as p')
    .where('p.college', '=', college)
    .select(['p.journal', 'p.group', 'p.courseUnit', 'p.period'])
    .select((eb) => {
      const teachers = eb
        .selectFrom('teaching_load as l')
        .whereRef('l.college', '=', 'p.college')
        .whereRef('l.journal', '=', 'p.journal')
        .select('l.account')
        .orderBy('l.from');
      const first = eb
        .selectFrom('programme_lesson as o')
        .whereRef('o.college', '=', 'p.college')
        .whereRef('o.journal', '=', 'p.journal')
        .where('o.status', '!=', 'cancelled')
        .select((on) => on.fn.min('o.date').as('date'));
      return [
        sql<readonly string[]>`ARRAY(${teachers})`.as('teachers'),
        sql<PlainDate | null>`(${first})`.as('firstLesson'),
      ];
    })
    .orderBy('p.journal')
    .execute();

const calendarOf = async (
  reader: Reader,
  { college }: Scope,
): Promise<Pick<DutyFacts, 'stretches' | 'timetables'>> => {
  const calendars = await reader
    .selectFrom('academic_calendar as c')
    .where('c.college', '=', college)
    .where('c.ownerKind', '=', 'college')
    .select('c.stretches')
    .execute();
  const timetables = await reader
    .selectFrom('weekly_timetable as t')
    .where('t.college', '=', college)
    .select(['t.from', 't.until'])
    .execute();
  return { stretches: calendars.flatMap(({ stretches }) => stretches), timetables };
};

const unclassifiedIn = async (
  reader: Reader,
  { college }: Scope,
  { from, until }: Days,
): Promise<ReadonlySet<string>> => {
  const rows = await reader
    .selectFrom('attendance_cell as c')
    .innerJoin('attendance_lesson as l', (join) =>
      join.onRef('l.college', '=', 'c.college').onRef('l.lesson', '=', 'c.lesson'),
    )
    .innerJoin('attendance_page as p', (join) =>
      join.onRef('p.college', '=', 'c.college').onRef('p.journal', '=', 'c.journal'),
    )
    .innerJoin('person_student as s', (join) =>
      join.onRef('s.college', '=', 'c.college').onRef('s.student', '=', 'c.student'),
    )
    .where('c.college', '=', college)
    .where('c.status', '=', 'absent')
    .where('c.classified', '=', 'unclassified')
    .where('l.date', '>=', from)
    .where('l.date', '<=', until)
    .select((eb) =>
      sql<string>`coalesce(${eb.ref('p.group')}, ${eb.ref('s.group')}) || '.' || to_char(${eb.ref('l.date')}, 'YYYY-MM')`.as(
        'key',
      ),
    )
    .distinct()
    .execute();
  return new Set(rows.map(({ key }) => key));
};

const doneSince = async (
  reader: Reader,
  { college }: Scope,
  since: PlainDate,
): Promise<ReadonlyMap<string, PlainDate>> => {
  const rows = await reader
    .selectFrom('duty_done as d')
    .where('d.college', '=', college)
    .where('d.doneOn', '>=', since)
    .select(['d.key', 'd.doneOn'])
    .execute();
  return new Map(rows.map(({ key, doneOn }) => [key, doneOn]));
};

/**
 * Everything that what is owed on some days depends on, of the whole college: ids, dates and counts. What a viewer may
 * see of it is decided task by task.
 */
export const dutyFacts = async (
  reader: Reader,
  scope: Scope,
  days: Days,
  today: PlainDate,
): Promise<DutyFacts> => {
  const since = plusDays(days.from, -LONGEST_AHEAD_DAYS);
  const [groups, pages, periods, calendar, controls, unclassified, pending, done] = await Promise.all([
    groupsOf(reader, scope, today),
    pagesOf(reader, scope),
    attestationPeriods(reader, scope),
    calendarOf(reader, scope),
    reader
      .selectFrom('control_record as c')
      .where('c.college', '=', scope.college)
      .where('c.on', '>=', since)
      .select(['c.role', 'c.on'])
      .execute(),
    unclassifiedIn(reader, scope, { from: since, until: days.until }),
    pendingOf(reader, scope),
    doneSince(reader, scope, since),
  ]);
  return { groups, pages, periods, ...calendar, controls, unclassified, ...pending, done };
};
