import type { Regulation } from '../policies/regulation/regulation.ts';
import type { AttendanceCell } from './attendance-cell.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import type { LessonState } from './folds/journal.ts';
import { marks } from './folds/mark.ts';
import { markCell } from './mark.ts';

/**
 * An electronic lesson rests on tasks and their results (R-LES-10, T-56): nobody comes late to it, and a student
 * whose result stands was not absent. Where the regulation has no such rule, presence is entered as at any lesson.
 */
export function* againstResults(
  { source }: Circumstances,
  { lesson, regulation }: { readonly lesson: LessonState; readonly regulation: Regulation },
  { journal, lesson: id, student }: AttendanceCell,
  entry: 'absence' | 'lateArrival',
): Deciding<Refused | null> {
  const parameter = 'distanceAndElectronicForms';
  if (source === 'import' || lesson.attendanceBasis !== 'taskResults') return null;
  if (regulation.value(parameter) !== 'attendanceAndResults') return null;
  const subject = { journal, lesson: id, student };
  const results = (yield* read(marks, markCell(subject))).marks.size;
  if (entry === 'absence' && results === 0) return null;
  return refuse('ATTENDANCE_BY_RESULTS', subject, { results }, regulation.rule(parameter));
}
