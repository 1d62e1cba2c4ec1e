import { staysOn } from './folds/group.ts';
import { attendanceCell, enteredByPerson, entryRule, heldCell } from './attendance-cell.ts';
import { againstResults } from './attendance-by-results.ts';
import { accept, read, readAll, refuse, type Circumstances, type Deciding } from './decision.ts';
import { attendanceSheets } from './folds/attendance-control.ts';
import { attendances } from './folds/attendance.ts';
import { isEnrolledOn, leaveOn, students } from './folds/student.ts';
import type { LessonKey } from './lesson-key.ts';
import { conductedLessonOf, listedLesson, unlockedPage } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightToFillIn } from './rights.ts';

/** Takes attendance of a lesson: those named were absent, everybody else on the page was there. */
export interface TakeAttendance extends LessonKey {
  readonly absent: readonly string[];
}

/**
 * Records the absences of a lesson and that attendance was taken at all: a lesson at which nobody was missing is
 * otherwise not told from one that nobody looked at (R-ATT-01). An absence already recorded stays; whoever is not
 * named and stands as absent is cancelled by name, never by the way.
 */
export function* takeAttendance(circumstances: Circumstances, command: TakeAttendance): Deciding {
  const { journal, lesson: id, absent } = command;
  const subject = { journal, lesson: id };
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const listed = listedLesson(page, id, subject);
  if (isRefused(listed)) return listed;
  const right = yield* rightToFillIn(circumstances, 'absence.record', page, listed, subject);
  if (isRefused(right)) return right;
  const lesson = conductedLessonOf(page, id, subject);
  if (isRefused(lesson)) return lesson;
  if (new Set(absent).size < absent.length) return refuse('ALREADY_ASSIGNED', subject, { what: 'student' });

  const regulation = yield* regulationOn(circumstances, lesson.date);
  for (const student of absent) {
    const cell = { ...subject, student };
    const held = yield* heldCell(circumstances, page, cell);
    if (isRefused(held)) return held;
    const results = yield* againstResults(circumstances, held, cell, 'absence');
    if (results) return results;
    const kept = held.state.status === 'absent' ? null : enteredByPerson(circumstances, held.state, cell);
    if (kept) return kept;
  }
  const onPage = [...page.roster]
    .filter(([, stays]) => staysOn(stays, lesson.date))
    .map(([student]) => student);
  const known = yield* readAll(students, onPage);
  const expected = onPage.filter((_, index) => {
    const state = known[index];
    return state !== undefined && isEnrolledOn(state, lesson.date) && !leaveOn(state, lesson.date);
  });
  const standing = yield* readAll(
    attendances,
    expected.map((student) => attendanceCell({ lesson: id, student })),
  );
  const recorded = expected.filter((_, index) => standing[index]?.status === 'absent');
  const unnamed = recorded.find((student) => !absent.includes(student));
  if (unnamed !== undefined)
    return refuse('ALREADY_RECORDED', { ...subject, student: unnamed }, { status: 'absent' });

  const rule = yield* entryRule(circumstances, { page, lesson, regulation, right }, subject);
  if (isRefused(rule)) return rule;
  const taken = yield* read(attendanceSheets, id);
  const added = absent.filter((student) => !recorded.includes(student));
  if (taken?.absent === absent.length && added.length === 0) return accept(right, []);
  const { academicHours } = lesson;
  return accept(
    right,
    [
      {
        category: 'attendanceSheet',
        id,
        events: [
          {
            type: 'AttendanceTaken',
            data: { ...subject, expected: expected.length, absent: absent.length },
          },
        ],
      },
      ...added.map((student) => ({
        category: 'attendance' as const,
        id: attendanceCell({ lesson: id, student }),
        events: [{ type: 'AbsenceRecorded' as const, data: { ...subject, student, academicHours } }],
      })),
    ],
    { rule, occurredOn: lesson.date },
  );
}
