import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '../../events/recorded.ts';
import type { MissedDay } from '../../src/policies/missed-day.ts';
import { merged, paired, type Difference, type Pair } from '../paired.ts';
import { touching } from '../replayed.ts';
import { cellHandlers, lessonHandlers, pageHandlers, rosterHandlers, studentHandlers } from './apply.ts';
import { attendanceDays, attendedLessons, type AttendedLesson, type AttendedOf } from './attended.ts';
import { summarise, type AttendanceSummary, type StudentAttendance } from './summary.ts';

/** The line of a student at two moments, and the lessons that make the difference. */
export interface StudentDifference extends Pair<StudentAttendance> {
  readonly student: string;
  /** Entered, taken back, classified, held, moved, cancelled, or no longer the student’s to attend; by day. */
  readonly lessons: readonly (Difference<AttendedLesson> & Pick<AttendedLesson, 'lesson'>)[];
}

/** What happened to the attendance of a group between two moments. */
export interface AttendanceDifference extends Pair<AttendanceSummary> {
  readonly before: AttendanceSummary;
  readonly after: AttendanceSummary;
  /** Those to whom anything happened, or whose line is not what it was. */
  readonly students: readonly StudentDifference[];
}

const placeOf = ({ student, lesson }: AttendedLesson): string => `${student} ${lesson}`;

const differingLessons = (
  before: readonly AttendedLesson[],
  after: readonly AttendedLesson[],
  between: readonly Recorded[],
) => {
  const cells = touching(cellHandlers, between);
  const lessons = touching(lessonHandlers, between);
  const rosters = touching(rosterHandlers, between);
  const students = touching(studentHandlers, between);
  const pages = touching(pageHandlers, between);
  return paired(before, after, placeOf).flatMap(({ row, ...pair }) => {
    const { student, lesson, journal, date } = row;
    const entered = cells.get(`${lesson}/${student}`);
    if (!entered && isDeepStrictEqual(pair.before, pair.after)) return [];
    // Who has to attend is settled by the page, its roster and the enrolment: told only where that changed.
    const obliged =
      pair.before && pair.after
        ? []
        : [rosters.get(`${journal}/${student}`), students.get(student), pages.get(journal)];
    const events = merged(entered, lessons.get(lesson), ...obliged);
    return [{ ...pair, student, lesson, date, events }];
  });
};

/**
 * What events of a group did to its attendance after a position. The rule by which a day counts as missed may differ
 * between the moments, so a line may differ with no lesson behind it.
 */
export const attendanceDifference = (
  events: readonly Recorded[],
  from: bigint,
  of: AttendedOf,
  missedDay: Readonly<Record<'before' | 'after', MissedDay>>,
): AttendanceDifference => {
  const earlier = attendedLessons(
    events.filter(({ position }) => position <= from),
    of,
  );
  const later = attendedLessons(events, of);
  const between = events.filter(({ position }) => position > from);
  const differing = Map.groupBy(differingLessons(earlier, later, between), ({ student }) => student);
  const before = summarise(attendanceDays(earlier), missedDay.before);
  const after = summarise(attendanceDays(later), missedDay.after);
  const students = paired(before.students, after.students, ({ student }) => student).flatMap(
    ({ row: { student }, ...pair }) => {
      const lessons = (differing.get(student) ?? [])
        .sort((one, other) => (`${one.date} ${one.lesson}` < `${other.date} ${other.lesson}` ? -1 : 1))
        .map(({ lesson, before: was, after: is, events: behind }) => ({
          lesson,
          before: was,
          after: is,
          events: behind,
        }));
      const isSame = lessons.length === 0 && isDeepStrictEqual(pair.before, pair.after);
      return isSame ? [] : [{ student, ...pair, lessons }];
    },
  );
  return { before, after, students };
};
