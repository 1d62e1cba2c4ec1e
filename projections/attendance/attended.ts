import type { Days } from '../../src/policies/academic-year.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Recorded } from '../../events/recorded.ts';
import { replayed } from '../replayed.ts';
import type { Stay } from '../stay.ts';
import { cellHandlers, lessonHandlers, pageHandlers, rosterHandlers, studentHandlers } from './apply.ts';
import type { AttendanceDay } from './summary.ts';
import type { AttendanceCell, AttendanceLesson } from './table.ts';

/** A lesson that was held and that a student had to attend, and what stands there; no cell: the student was there. */
export interface AttendedLesson extends Pick<AttendanceLesson, 'lesson' | 'journal' | 'date'> {
  readonly student: string;
  /** Its academic hours. */
  readonly hours: number;
  readonly cell: AttendanceCell | null;
}

/** Whose attendance of which days is asked for, within a scope. */
export interface AttendedOf extends Days {
  readonly group: string;
  readonly scope: Scope;
}

const staysOn = (stays: readonly Stay[], day: string): boolean =>
  stays.some(({ from, until }) => from <= day && (until === null || until >= day));

const isWithin = ({ everything, journals, groups, students }: Scope, group: string, journal: string) =>
  everything || journals.has(journal) || groups.has(group)
    ? () => true
    : (student: string) => students.has(student);

/**
 * The lessons that events leave to be attended by the students of a group, by student, day and lesson: by the folds
 * that fill the tables, joined as the query joins them (T-16, T-31).
 */
export const attendedLessons = (
  events: readonly Recorded[],
  { group, from, until, scope }: AttendedOf,
): readonly AttendedLesson[] => {
  const pages = new Map(replayed(pageHandlers, events).map((page) => [page.journal, page]));
  const students = new Map(replayed(studentHandlers, events).map((student) => [student.student, student]));
  const rosters = Map.groupBy(replayed(rosterHandlers, events), ({ journal }) => journal);
  const cells = new Map(
    replayed(cellHandlers, events).map((cell) => [`${cell.lesson} ${cell.student}`, cell]),
  );
  const attends = (student: string, ofGroup: string | null, day: string): boolean => {
    const enrolments = students.get(student)?.enrolments ?? [];
    if (ofGroup !== null) return ofGroup === group && staysOn(enrolments, day);
    return staysOn(
      enrolments.filter((enrolment) => enrolment.group === group),
      day,
    );
  };
  return replayed(lessonHandlers, events)
    .filter(({ status, date }) => status === 'conducted' && date >= from && date <= until)
    .flatMap(({ lesson, journal, date, academicHours: hours }) => {
      const page = pages.get(journal);
      const isVisible = isWithin(scope, group, journal);
      return (page ? (rosters.get(journal) ?? []) : [])
        .filter(({ student, stays }) => staysOn(stays, date) && attends(student, page?.group ?? null, date))
        .filter(({ student }) => isVisible(student))
        .map(({ student }) => {
          const cell = cells.get(`${lesson} ${student}`) ?? null;
          return { student, lesson, journal, date, hours, cell };
        });
    })
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
};

const placeOf = ({ student, date, lesson }: AttendedLesson): string => `${student} ${date} ${lesson}`;

const dayOf = (lessons: readonly AttendedLesson[]): Omit<AttendanceDay, 'student' | 'date'> => {
  const absent = lessons.flatMap(({ cell }) => (cell?.status === 'absent' ? [cell] : []));
  const hoursOf = (cellsOf: readonly AttendanceCell[]): number =>
    cellsOf.reduce((sum, { academicHours }) => sum + academicHours, 0);
  return {
    held: lessons.length,
    heldHours: lessons.reduce((sum, { hours }) => sum + hours, 0),
    missed: absent.length,
    missedHours: hoursOf(absent),
    excusedHours: hoursOf(absent.filter(({ classified }) => classified === 'excused')),
    unexcusedHours: hoursOf(absent.filter(({ classified }) => classified === 'unexcused')),
    late: lessons.filter(({ cell }) => cell?.status === 'late').length,
  };
};

/** The days that these lessons make, by student and day. */
export const attendanceDays = (lessons: readonly AttendedLesson[]): readonly AttendanceDay[] =>
  [...Map.groupBy(lessons, ({ student, date }) => `${student} ${date}`)].flatMap(([, [first, ...others]]) =>
    first ? [{ student: first.student, date: first.date, ...dayOf([first, ...others]) }] : [],
  );
