import type { PlainDate } from '../policies/calendar.ts';
import { attendanceCell } from './attendance-cell.ts';
import { readAll, type Deciding } from './decision.ts';
import { attendances } from './folds/attendance.ts';
import { attestations } from './folds/attestation.ts';
import { courseWorks } from './folds/course-work.ts';
import type { GroupState } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { marks } from './folds/mark.ts';
import { periods } from './folds/period.ts';
import { markCell } from './mark.ts';
import { distinct } from './movement.ts';

/** The pages of a group in periods that had not ended on a day. */
export function* pagesSince({ pages }: GroupState, day: PlainDate): Deciding<readonly string[]> {
  const known = distinct(pages.map(({ period }) => period));
  const states = yield* readAll(periods, known);
  const open = new Set(known.filter((_, index) => (states[index]?.until ?? '') >= day));
  return pages.filter(({ period }) => open.has(period)).map(({ journal }) => journal);
}

/** Counts what was entered about a student on pages from a day on: an annulment would pull the ground from under it. */
export function* entriesSince(
  student: string,
  pages: readonly string[],
  day: PlainDate,
): Deciding<{ readonly marks: number; readonly absences: number; readonly results: number }> {
  const states = yield* readAll(journals, pages);
  const cells = states.flatMap(({ lessons }) =>
    [...lessons]
      .filter(([, { status, date }]) => status === 'conducted' && date >= day)
      .map(([lesson]) => ({ lesson, student })),
  );
  const marked = yield* readAll(marks, cells.map(markCell));
  const attended = yield* readAll(attendances, cells.map(attendanceCell));
  const attested = yield* readAll(
    attestations,
    pages.map((journal) => `${journal}.${student}`),
  );
  const defended = yield* readAll(
    courseWorks,
    pages.map((journal) => `${journal}.${student}`),
  );
  return {
    marks: marked.reduce((count, cell) => count + cell.marks.size, 0),
    absences: attended.filter(({ status }) => status === 'absent' || status === 'late').length,
    results:
      attested.filter(({ original }) => original !== null).length +
      defended.filter(({ mark }) => mark !== null).length,
  };
}
