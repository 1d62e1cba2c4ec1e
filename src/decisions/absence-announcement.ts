import type { Role } from '../../events/role.ts';
import { attendanceCell, cellOf, write, type AttendanceCell } from './attendance-cell.ts';
import { read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { attendances } from './folds/attendance.ts';
import type { LessonState } from './folds/journal.ts';
import { lessonOf, listedLesson, presentOn, unlockedPage, type Page } from './page.ts';
import { applying } from './applying.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator, rightAsGuardian, type Right } from './rights.ts';

/** Announces an absence ahead of the lesson. */
export interface AnnounceAbsence extends AttendanceCell {
  readonly reason: string | null;
}

const GUARDIANS: ReadonlySet<Role> = new Set(['legalGuardian', 'trustedPerson']);

/**
 * The right to announce: the student's own guardian or the curator of the group, as the regulation says (R-ATT-03).
 * Where guardians only have to tell the class teacher (R-ATT-05), the journal carries the news.
 */
export function* rightToAnnounce(
  circumstances: Circumstances,
  page: Page,
  lesson: LessonState,
  cell: AttendanceCell,
): Deciding<Right> {
  const subject = cellOf(cell);
  const guardian = yield* rightAsGuardian(circumstances, 'absence.announce', cell.student, subject);
  const right = isRefused(guardian)
    ? yield* rightAsCurator(circumstances, 'absence.announce', page.opened.group, subject)
    : guardian;
  // A clause that ends a guardian's access says more than that somebody is no curator.
  if (isRefused(right)) return isRefused(guardian) && guardian.refusal.clause !== null ? guardian : right;

  const parameter = 'attendance.announcedAbsence';
  const regulation = yield* regulationOn(circumstances, lesson.date);
  const announced = regulation.value(parameter);
  const by: readonly Role[] = announced?.kind === 'inJournal' ? announced.by : ['legalGuardian'];
  const acting = GUARDIANS.has(right) ? 'legalGuardian' : right;
  return announced !== null && by.includes(acting)
    ? right
    : refuse('NOT_PERMITTED', subject, { capability: 'absence.announce' }, regulation.rule(parameter));
}

/** A guardian acts for the child; everybody else for themselves. */
export const behalfOf = (right: Role, { student }: AttendanceCell): string | null =>
  GUARDIANS.has(right) ? student : null;

/** Announces an absence for a lesson that has not been held (R-ATT-03). */
export function* announceAbsence(circumstances: Circumstances, command: AnnounceAbsence): Deciding {
  const subject = cellOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const listed = listedLesson(page, command.lesson, subject);
  if (isRefused(listed)) return listed;
  const right = yield* rightToAnnounce(circumstances, page, listed, command);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  if (lesson.status === 'conducted') return refuse('LESSON_CONDUCTED', subject, { date: lesson.date });
  if (lesson.date < circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', subject, { date: lesson.date, today: circumstances.today });
  const present = yield* presentOn(page, command.student, lesson.date, subject);
  if (isRefused(present)) return present;

  const { status } = yield* read(attendances, attendanceCell(command));
  if (status !== 'none') return refuse('ALREADY_RECORDED', subject, { status });
  const regulation = yield* regulationOn(circumstances, lesson.date);
  const rule = applying(regulation.rule('attendance.announcedAbsence'));
  const sealed = command.reason === null ? {} : { sealed: { reason: command.reason } };
  return write(
    command,
    { right, rule, occurredOn: lesson.date, onBehalfOf: behalfOf(right, command) },
    { type: 'AbsenceAnnounced', data: subject, ...sealed },
  );
}
