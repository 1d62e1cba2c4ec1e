import { courseUnits } from '../../../decisions/folds/course-unit.ts';
import type { Course } from '../records/course.ts';
import { booked, IN_FLIGHT, inForce, type Desk } from './desk.ts';
import { eachInFlight } from './in-flight.ts';
import { labelOf } from './label.ts';

async function enterCourse(desk: Desk, row: Course): Promise<void> {
  const { college, clerk, id, tally } = desk;
  const courseUnit = id('courseUnit', row.sourcedId);
  const code = labelOf(row.courseCode ?? '', row.sourcedId);
  const title = labelOf(row.title, code);
  const standing = await college.stateOf(courseUnits, courseUnit);
  if (!standing) {
    // A bundle does not say what kind of unit a course is; this is the word for a course as such.
    const data = { courseUnit, code, title, kind: 'electiveCourse' } as const;
    const entered = await clerk.enter('RegisterCourseUnit', data);
    booked(desk, ['courses', row], entered, 'recorded', 'the course was not registered');
  } else if (standing.code !== code || standing.title !== title) {
    const entered = await clerk.enter('RenameCourseUnit', { courseUnit, code, title });
    booked(desk, ['courses', row], entered, 'corrected', 'the course was not renamed');
  } else tally.count('courses', 'unchanged');
}

/** Registers courses as course units, or renames them. */
export async function enterCourseUnits(desk: Desk): Promise<void> {
  const { bundle, known, id, onRow } = desk;
  const rows = inForce(desk, 'courses', bundle.courses, ({ sourcedId }) =>
    known.imported.has(`courseUnit-${id('courseUnit', sourcedId)}`),
  );
  await eachInFlight(rows, IN_FLIGHT, async (row) => {
    await enterCourse(desk, row);
    onRow();
  });
}
