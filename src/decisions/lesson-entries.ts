import { attendanceCell } from './attendance-cell.ts';
import { readAll, type Deciding } from './decision.ts';
import { attendances } from './folds/attendance.ts';
import { marks } from './folds/mark.ts';
import type { LessonKey } from './lesson-key.ts';
import { markCell } from './mark.ts';
import type { Page } from './page.ts';

/** Counts what stands on a lesson, or on some kinds of its work, so that nothing is lost with it (T-31). */
export function* entriesAt(
  page: Page,
  key: LessonKey,
  workTypes: ReadonlySet<string> | null = null,
): Deciding<{ marks: number; absences: number }> {
  const cells = [...page.roster.keys()].map((student) => ({ ...key, student }));
  const marked = yield* readAll(marks, cells.map(markCell));
  const attended = yield* readAll(attendances, cells.map(attendanceCell));
  return {
    marks: marked.flatMap((cell) => [...cell.marks.keys()]).filter((type) => workTypes?.has(type) ?? true)
      .length,
    absences: attended.filter(({ status }) => status === 'absent' || status === 'late').length,
  };
}
