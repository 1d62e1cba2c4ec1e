import type { Enrollment } from '../records/enrollment.ts';
import { IN_FLIGHT, inForce, type Desk } from './desk.ts';
import { eachInFlight } from './in-flight.ts';
import { enterTeacher } from './loads.ts';
import { pageOf } from './pages.ts';
import { enterRoster } from './rosters.ts';

async function enterClassEnrolments(
  desk: Desk,
  sourcedId: string,
  rows: readonly Enrollment[],
): Promise<void> {
  const { tally, onRow } = desk;
  const page = await pageOf(desk, sourcedId);
  if (page) {
    for (const row of rows) {
      if (row.role === 'teacher') await enterTeacher(desk, page, row);
      else if (row.role !== 'student') {
        tally.count('enrollments', 'empty');
        tally.noticeOnce('enrollments', row, 'role', 'only students and teachers have a part in a page');
      }
    }
    const students = rows.filter(({ role }) => role === 'student');
    await enterRoster(desk, page, students);
  } else
    for (const row of rows)
      tally.problem('enrollments', row, 'classSourcedId', 'the class has no page in the journal', sourcedId);
  rows.forEach(onRow);
}

/** Puts students on pages and pages into teachers' loads. Pages go side by side, each in its own order. */
export async function enterEnrolments(desk: Desk): Promise<void> {
  const { bundle, known, id } = desk;
  const rows = inForce(desk, 'enrollments', bundle.enrollments, ({ classSourcedId }) =>
    known.imported.has(`journal-${id('journal', classSourcedId)}`),
  );
  const classes = Map.groupBy(rows, ({ classSourcedId }) => classSourcedId);
  await eachInFlight(classes, IN_FLIGHT, ([sourcedId, group]) =>
    enterClassEnrolments(desk, sourcedId, group),
  );
}
