import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import { gapsOf, type LessonGap } from '../../src/policies/lesson-gaps.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf } from '../within.ts';
import { pagesWithin, type PageFilter } from './pages.ts';
import type { MonitoredLesson } from './table.ts';

/** A lesson, whose it is, and what it lacks. */
export interface LessonWithGaps extends Pick<
  MonitoredLesson,
  'journal' | 'lesson' | 'date' | 'startsAt' | 'academicHours' | 'substitute'
> {
  readonly teachers: readonly string[];
  readonly gaps: readonly LessonGap[];
}

/** At most so many lessons are given: who lacks more has to begin somewhere. */
const MOST = 500;

const COLUMNS = [
  'l.journal',
  'l.lesson',
  'l.date',
  'l.startsAt',
  'l.academicHours',
  'l.substitute',
  'l.status',
  'l.attendanceBasis',
  'l.attendanceTaken',
  'l.marks',
  'l.homework',
  'p.teachers',
] as const;

type Row = LessonWithGaps & Parameters<typeof gapsOf>[0];

const withGaps = ({
  journal,
  lesson,
  date,
  startsAt,
  academicHours,
  substitute,
  teachers,
  ...filling
}: Omit<Row, 'gaps'>) => ({
  journal,
  lesson,
  date,
  startsAt,
  academicHours,
  substitute,
  teachers,
  gaps: gapsOf(filling),
});

const lessonsOf = (reader: Reader, scope: Scope, filter: PageFilter) =>
  pagesWithin(reader, scope, filter)
    .innerJoin('monitored_lesson as l', (join) =>
      join.onRef('l.college', '=', 'p.college').onRef('l.journal', '=', 'p.journal'),
    )
    .where('l.status', '!=', 'cancelled')
    .select(COLUMNS)
    .orderBy('l.date')
    .orderBy('l.startsAt')
    .orderBy('l.lesson')
    .limit(MOST);

interface Filling {
  readonly status: Expression<string>;
  readonly basis: Expression<string>;
  readonly taken: Expression<boolean>;
  readonly marks: Expression<number>;
  readonly homework: Expression<boolean>;
}

/** `gapsOf` as a condition, so that other lessons are not even read; a test holds the two together. */
const lacks = ({
  status,
  basis,
  taken,
  marks,
  homework,
}: Filling): Readonly<Record<LessonGap, RawBuilder<SqlBool>>> => ({
  notRecorded: sql<SqlBool>`${status} = 'scheduled'`,
  noAttendance: sql<SqlBool>`(${status} = 'conducted' AND NOT ${taken} AND ${basis} <> 'taskResults')`,
  noMarks: sql<SqlBool>`(${status} = 'conducted' AND ${marks} = 0)`,
  noHomework: sql<SqlBool>`(${status} = 'conducted' AND NOT ${homework})`,
});

/** The lessons of a stretch of days, both included, that lack one of some things: the oldest 500 of them. */
export const lessonGaps = async (
  reader: Reader,
  scope: Scope,
  filter: PageFilter,
  {
    from,
    until,
    gaps,
  }: { readonly from: PlainDate; readonly until: PlainDate; readonly gaps: readonly LessonGap[] },
): Promise<readonly LessonWithGaps[]> => {
  const rows = await lessonsOf(reader, scope, filter)
    .where('l.date', '>=', from)
    .where('l.date', '<=', until)
    .where((eb) => {
      const conditions = lacks({
        status: eb.ref('l.status'),
        basis: eb.ref('l.attendanceBasis'),
        taken: eb.ref('l.attendanceTaken'),
        marks: eb.ref('l.marks'),
        homework: eb.ref('l.homework'),
      });
      return anyOf(gaps.map((gap) => conditions[gap]));
    })
    .execute();
  return rows.map(withGaps);
};

/**
 * The lessons of a day at which attendance has not been taken: those that have begun by a time, or all of them. One
 * that has not been recorded as held is among them, unless attendance will rest on the results of tasks (T-56).
 */
export const lessonsWithoutAttendance = async (
  reader: Reader,
  scope: Scope,
  filter: PageFilter,
  { on, begunBy }: { readonly on: PlainDate; readonly begunBy: string | null },
): Promise<readonly LessonWithGaps[]> => {
  const rows = await lessonsOf(reader, scope, filter)
    .where('l.date', '=', on)
    .where('l.attendanceTaken', '=', false)
    .where('l.attendanceBasis', '!=', 'taskResults')
    .$if(begunBy !== null, (query) => query.where('l.startsAt', '<=', begunBy ?? ''))
    .execute();
  return rows.map(withGaps);
};
