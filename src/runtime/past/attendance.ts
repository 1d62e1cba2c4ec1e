import { attendedLessons, type AttendedLesson } from '../../../projections/attendance/attended.ts';
import { lessonHandlers, rosterHandlers } from '../../../projections/attendance/apply.ts';
import { replayed } from '../../../projections/replayed.ts';
import type { Recorded } from '../../../events/recorded.ts';
import type { EventLog } from '../../log/event-log.ts';
import type { Scope } from '../../policies/scope.ts';
import { cellStreams, eventsUntil, inOrder } from './streams.ts';

/** Whose attendance, of which days, on which pages. */
export interface AttendanceAsOf {
  readonly group: string;
  readonly from: string;
  readonly until: string;
  /** Every page on which it may have been taken. */
  readonly journals: readonly string[];
  /** Of this student alone; left out: of everybody. */
  readonly student?: string;
}

/** Attendance as it was, and the events it was folded from. */
export interface PastAttendance {
  readonly lessons: readonly AttendedLesson[];
  /** In the order of the log. */
  readonly events: readonly Recorded[];
}

/**
 * Everything that happened to the attendance of a group up to the last of some positions, in the order of the log: at
 * the lessons that lay within the days at any of them. Throws `PastTooWide`.
 */
export const attendanceEvents = async (
  log: EventLog,
  { college }: Scope,
  { from, until, journals, student }: AttendanceAsOf,
  ...positions: readonly [bigint, ...bigint[]]
): Promise<readonly Recorded[]> => {
  const last = positions.reduce((one, other) => (one > other ? one : other));
  const read = (streams: readonly string[]) => eventsUntil(log, college, streams, last);
  const pages = await read(journals.map((journal) => `journal-${journal}`));
  const held = positions.flatMap((moment) =>
    replayed(
      lessonHandlers,
      pages.filter(({ position }) => position <= moment),
    ).filter(({ date }) => date >= from && date <= until),
  );
  const lessons = Map.groupBy(held, ({ journal }) => journal);
  const lines = replayed(rosterHandlers, pages).filter((line) => !student || line.student === student);
  const students = [...new Set(lines.map((line) => line.student))];
  const entries = await read([
    ...students.map((one) => `student-${one}`),
    ...lines.flatMap((line) =>
      cellStreams(
        ['attendance'],
        [...new Set((lessons.get(line.journal) ?? []).map(({ lesson }) => lesson))],
        [line.student],
      ),
    ),
  ]);
  return inOrder([...pages, ...entries]);
};

/** The lessons that had to be attended, as they stood at a position, folded from the log. Throws `PastTooWide`. */
export const attendanceAsOf = async (
  log: EventLog,
  scope: Scope,
  of: AttendanceAsOf,
  position: bigint,
): Promise<PastAttendance> => {
  const { group, from, until, student } = of;
  const events = await attendanceEvents(log, scope, of, position);
  const attended = attendedLessons(events, { group, from, until, scope });
  return { lessons: student ? attended.filter((one) => one.student === student) : attended, events };
};
