import type { DomainEvent } from '../../events/register.ts';
import type { RuleApplied } from '../../events/recorded.ts';
import type { Role } from '../../events/role.ts';
import { plusDays } from '../policies/calendar.ts';
import { grantFor } from '../policies/edit-window.ts';
import { lessonDue } from '../policies/entry-due.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { isLate } from '../policies/timeliness.ts';
import { applying } from './applying.ts';
import { backEntryOn } from './back-entry.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { attendances, type AttendanceState } from './folds/attendance.ts';
import type { LessonState } from './folds/journal.ts';
import { conductedLessonOf, listedLesson, presentOn, unlockedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import type { Subject } from './refusal.ts';
import { isRefused, rightAsCurator, rightToFillIn, type Right } from './rights.ts';

/** A student at a lesson. */
export interface AttendanceCell {
  readonly journal: string;
  readonly lesson: string;
  readonly student: string;
}

/** The cell's stream: `attendance-<lesson>.<student>`. */
export const attendanceCell = ({ lesson, student }: Pick<AttendanceCell, 'lesson' | 'student'>): string =>
  `${lesson}.${student}`;

/** What a command carries of the cell, and nothing else. */
export const cellOf = ({ journal, lesson, student }: AttendanceCell): AttendanceCell => ({
  journal,
  lesson,
  student,
});

/** Writes one event of a cell. */
export const write = (
  cell: AttendanceCell,
  grounds: Pick<Accepted, 'right' | 'occurredOn'> & Partial<Accepted>,
  event: DomainEvent,
): Accepted =>
  accept(grounds.right, [{ category: 'attendance', id: attendanceCell(cell), events: [event] }], grounds);

/** A lesson that was held, with a student who should have been there. */
export interface HeldCell {
  readonly page: Page;
  readonly lesson: LessonState;
  readonly regulation: Regulation;
  readonly state: AttendanceState;
}

/** A page and a lesson on it, of which nothing has been told yet. */
export type Listed = Pick<HeldCell, 'page' | 'lesson'>;

/** Where an entry is to be made: enough to ask who may (T19). */
export function* listedCell(cell: AttendanceCell): Deciding<Listed | Refused> {
  const subject = cellOf(cell);
  const page = yield* unlockedPage(cell.journal, subject);
  if (isRefused(page)) return page;
  const lesson = listedLesson(page, cell.lesson, subject);
  return isRefused(lesson) ? lesson : { page, lesson };
}

/** The cell of a lesson that was held, of a student who was on the page that day: asked by who has the right. */
export function* heldCell(
  circumstances: Circumstances,
  page: Page,
  cell: AttendanceCell,
): Deciding<HeldCell | Refused> {
  const subject = cellOf(cell);
  const lesson = conductedLessonOf(page, cell.lesson, subject);
  if (isRefused(lesson)) return lesson;
  const present = yield* presentOn(page, cell.student, lesson.date, subject);
  if (isRefused(present)) return present;
  const regulation = yield* regulationOn(circumstances, lesson.date);
  const state = yield* read(attendances, attendanceCell(cell));
  return { page, lesson, regulation, state };
}

/** The no to an import that would change what a person recorded, or put back what a person took back. */
export const enteredByPerson = (
  { source }: Circumstances,
  { status, source: before, takenBack }: AttendanceState,
  cell: AttendanceCell,
): Refused | null => {
  const isRecorded = status === 'absent' || status === 'late';
  const isTheirs = isRecorded ? before !== 'import' : takenBack;
  return source === 'import' && isTheirs ? refuse('ENTERED_BY_PERSON', cellOf(cell), { status }) : null;
};

/**
 * Who enters absences: whoever teaches the lesson, and the curator of the group where the regulation lets them do it
 * directly (R-ATT-06, T-13). A curator who needs the teacher's consent is told the clause.
 */
export function* rightToEnter(
  circumstances: Circumstances,
  page: Page,
  lesson: LessonState,
  cell: AttendanceCell,
): Deciding<Right> {
  const subject = cellOf(cell);
  const teaching = yield* rightToFillIn(circumstances, 'absence.record', page, lesson, subject);
  if (!isRefused(teaching)) return teaching;
  const curator = yield* rightAsCurator(circumstances, 'absence.correct', page.opened.group, subject);
  if (isRefused(curator)) return teaching;
  const regulation = yield* regulationOn(circumstances, lesson.date);
  const parameter = 'attendance.curatorMayCorrect';
  return regulation.value(parameter) === 'direct'
    ? curator
    : refuse('NOT_PERMITTED', subject, { capability: 'absence.correct' }, regulation.rule(parameter));
}

/** An entry about attendance: where, and by what right it is made. */
interface AttendanceEntry extends Pick<HeldCell, 'page' | 'lesson' | 'regulation'> {
  readonly right: Role;
}

/** The roles that teach a lesson, or stand in for who does. */
const TEACHING: ReadonlySet<Role> = new Set(['teacher', 'practicalTrainingInstructor', 'substituteTeacher']);

/**
 * A completed sheet that locks its page ends the right of whoever teaches it to the absences too, until a grant for
 * its current marks; the curator corrects them as before (T-22, T-13).
 */
const lockedBySheet = (
  { actor, source, today }: Circumstances,
  { page, right }: AttendanceEntry,
  subject: Subject & { readonly lesson: string },
): Refused | null => {
  const { sheet, grants } = page;
  if (source === 'import' || !sheet?.lock || !TEACHING.has(right)) return null;
  const asked = { covers: 'currentMarks', lesson: subject.lesson, account: actor.account, today } as const;
  return grantFor(grants, asked)
    ? null
    : refuse('SHEET_COMPLETED', subject, { completedOn: sheet.completedOn }, sheet.lock, true);
};

/**
 * The rule for an entry about attendance. Being late is noted (R-ATT-02, T-12); no source closes absences (T-09),
 * but a college may, and then only a temporary journal is still brought over (T-42).
 */
export function* entryRule(
  circumstances: Circumstances,
  entry: AttendanceEntry,
  subject: Subject & { readonly lesson: string },
): Deciding<RuleApplied | Refused> {
  const { source, today } = circumstances;
  const { lesson, regulation } = entry;
  const locked = lockedBySheet(circumstances, entry, subject);
  if (locked) return locked;
  const parameter = 'attendance.entryDeadline';
  const days = regulation.value('attendance.editWindowDays');
  const editableUntil = days === null ? null : plusDays(lesson.date, days);
  const due = regulation.value(parameter);
  const deadline = due && lessonDue(due, { date: lesson.date, lastClassEndsAt: null });

  const backEntry = yield* backEntryOn(circumstances, lesson.date, subject);
  if (isRefused(backEntry)) return backEntry;
  if (backEntry && today <= backEntry.until) return applying(backEntry.given, { deadline: backEntry.until });
  if (source !== 'import' && editableUntil !== null && today > editableUntil) {
    const rule = regulation.rule('attendance.editWindowDays');
    return refuse('EDIT_WINDOW_CLOSED', subject, { closedOn: editableUntil }, rule);
  }
  const late = deadline !== null && isLate(deadline, circumstances);
  return applying(regulation.rule(parameter), { deadline, late });
}
