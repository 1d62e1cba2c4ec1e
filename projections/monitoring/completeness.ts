import { sql } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import { completenessOf, type Completeness, type PageCounts } from '../../src/policies/completeness.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { curriculumHours } from '../curriculum/curriculum-hours.ts';
import type { Reader } from '../reader.ts';
import { staysOn } from '../within.ts';
import { pagesWithin, type PageFilter } from './pages.ts';

/** The academic hours of a page, planned and delivered. */
export interface PageHours {
  /** By the curriculum, for the period of the page; `null` without one. */
  readonly curriculum: number | null;
  /** By the thematic plan, which is of the whole year; `null` without one. */
  readonly plan: number | null;
  /** In the timetable, ahead and behind; cancelled lessons count nowhere (T-31). */
  readonly scheduled: number;
  /** Of those, of days that are over. */
  readonly due: number;
  readonly delivered: number;
}

/** How completely a page is kept, and what its figures are made of. */
export interface JournalCompleteness extends Completeness, PageCounts {
  readonly journal: string;
  readonly lessonsWithMarks: number;
  readonly lessonsWithHomework: number;
  readonly hours: PageHours;
}

const MOST = 500;

const countsOf = async (reader: Reader, scope: Scope, filter: PageFilter, today: PlainDate) =>
  await pagesWithin(reader, scope, filter)
    .innerJoin('attestation_period as a', (join) =>
      join.onRef('a.college', '=', 'p.college').onRef('a.period', '=', 'p.period'),
    )
    .leftJoin('programme_page as o', (join) =>
      join.onRef('o.college', '=', 'p.college').onRef('o.journal', '=', 'p.journal'),
    )
    .leftJoin('thematic_plan as t', (join) =>
      join.onRef('t.college', '=', 'o.college').onRef('t.plan', '=', 'o.plan'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('monitored_lesson as l')
          .whereRef('l.college', '=', 'p.college')
          .whereRef('l.journal', '=', 'p.journal')
          .where('l.status', '!=', 'cancelled')
          .select((on) => {
            const over = sql`${on.ref('l.date')} < ${today}::date`;
            const held = sql`${on.ref('l.status')} = 'conducted'`;
            const seen = sql`(${on.ref('l.attendanceTaken')} OR ${on.ref('l.attendanceBasis')} = 'taskResults')`;
            const hours = on.ref('l.academicHours');
            return [
              sql<number>`(count(*) FILTER (WHERE ${over}))::int`.as('lessonsDue'),
              sql<number>`(count(*) FILTER (WHERE ${over} AND ${held}))::int`.as('lessonsRecorded'),
              sql<number>`(count(*) FILTER (WHERE ${over} AND ${held} AND ${seen}))::int`.as(
                'lessonsAttended',
              ),
              sql<number>`(count(*) FILTER (WHERE ${over} AND ${on.ref('l.homework')}))::int`.as(
                'lessonsWithHomework',
              ),
              sql<number>`(count(*) FILTER (WHERE ${over} AND ${on.ref('l.marks')} > 0))::int`.as(
                'lessonsWithMarks',
              ),
              sql<number>`coalesce(sum(${hours}), 0)::int`.as('scheduled'),
              sql<number>`coalesce(sum(${hours}) FILTER (WHERE ${over}), 0)::int`.as('due'),
              sql<number>`coalesce(sum(${hours}) FILTER (WHERE ${held}), 0)::int`.as('delivered'),
            ];
          })
          .as('n'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('standing as s')
          .innerJoin('standing_student as u', (join) =>
            join.onRef('u.college', '=', 's.college').onRef('u.student', '=', 's.student'),
          )
          .whereRef('s.college', '=', 'p.college')
          .whereRef('s.journal', '=', 'p.journal')
          .where((on) => {
            // As the command that completes a sheet sees it: on the page and at the college on the last day.
            const day = sql<string>`least(${today}::date, ${on.ref('a.until')})`;
            return on.and([
              sql<boolean>`coalesce(${on.ref('s.leftOn')} >= ${day}, true)`,
              sql<boolean>`coalesce(${on.ref('u.studiesUntil')} >= ${day}, true)`,
              on.not(staysOn(on.ref('u.leaves'), day)),
            ]);
          })
          .select((on) => [
            sql<number>`count(*)::int`.as('students'),
            sql<number>`(count(*) FILTER (WHERE ${on.ref('s.marksByWorkType')} = '{}'))::int`.as('unmarked'),
            sql<number>`(count(*) FILTER (WHERE ${on.ref('s.attestationOriginal')} IS NULL))::int`.as(
              'missing',
            ),
          ])
          .as('m'),
      (join) => join.onTrue(),
    )
    .select(['p.journal', 'p.group', 'p.courseUnit', 'a.from', 'a.until', 't.hours as plan'])
    .select([
      'n.lessonsDue',
      'n.lessonsRecorded',
      'n.lessonsAttended',
      'n.lessonsWithMarks',
      'n.lessonsWithHomework',
    ])
    .select(['n.scheduled', 'n.due', 'n.delivered', 'm.students', 'm.unmarked', 'm.missing'])
    .orderBy('p.group')
    .orderBy('p.courseUnit')
    .orderBy('p.journal')
    .limit(MOST)
    .execute();

/** How completely some pages are kept (R-MON-11, R-MON-13), 500 at most: planned hours against delivered (R-MON-15). */
export const journalCompleteness = async (
  reader: Reader,
  scope: Scope,
  filter: PageFilter,
  today: PlainDate,
): Promise<readonly JournalCompleteness[]> => {
  const rows = await countsOf(reader, scope, filter, today);
  const curriculum = await curriculumHours(reader, scope, rows);
  return rows.map((row) => {
    const counts: PageCounts = {
      lessonsDue: row.lessonsDue,
      lessonsRecorded: row.lessonsRecorded,
      lessonsAttended: row.lessonsAttended,
      students: row.students,
      studentsWithoutMarks: row.unmarked,
      resultsMissing: row.missing,
      periodOver: row.until < today,
    };
    const { journal, scheduled, due, delivered, plan, lessonsWithMarks, lessonsWithHomework } = row;
    const hours = { curriculum: curriculum.get(journal) ?? null, plan, scheduled, due, delivered };
    const beside = { lessonsWithMarks, lessonsWithHomework, hours };
    return { journal, ...counts, ...beside, ...completenessOf(counts) };
  });
};
