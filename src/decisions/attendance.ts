import type { DomainEvent } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { absenceEntryDeadline, isLate } from '../policies/timeliness.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { attendances, type AbsenceClass, type AttendanceState } from './folds/attendance.ts';
import type { LessonState } from './folds/journal.ts';
import { applying } from './applying.ts';
import { regulationOn } from './regulation.ts';
import { conductedLessonOf, lessonOf, presentOn, unlockedPage, type Page } from './page.ts';
import { isRefused, rightAsCurator, rightAsGuardian, rightToFillIn } from './rights.ts';

/** A student at a lesson. */
export interface AttendanceCell {
  readonly journal: string;
  readonly lesson: string;
  readonly student: string;
}

/** Announces an absence ahead of the lesson. */
export interface AnnounceAbsence extends AttendanceCell {
  readonly reason: string | null;
}

/** Marks a late arrival. */
export interface RecordLateArrival extends AttendanceCell {
  readonly minutes: number;
}

/** Takes an announcement or a record back. */
export interface CancelAbsence extends AttendanceCell {
  readonly reason: string;
}

/** Says whether an absence is excused. */
export interface ClassifyAbsence extends AttendanceCell {
  readonly as: AbsenceClass;
  readonly reason: string | null;
}

/** The cell's stream: `attendance-<lesson>.<student>`. */
export const attendanceCell = ({ lesson, student }: Pick<AttendanceCell, 'lesson' | 'student'>): string =>
  `${lesson}.${student}`;

const cellOf = ({ journal, lesson, student }: AttendanceCell): AttendanceCell => ({
  journal,
  lesson,
  student,
});

const write = (
  cell: AttendanceCell,
  grounds: Pick<Accepted, 'right' | 'occurredOn'> & Partial<Accepted>,
  event: DomainEvent,
) => accept(grounds.right, [{ category: 'attendance', id: attendanceCell(cell), events: [event] }], grounds);

interface TaughtCell {
  readonly page: Page;
  readonly lesson: LessonState;
  readonly state: AttendanceState;
  readonly grounds: Pick<Accepted, 'right' | 'rule' | 'occurredOn'>;
}

/** The cell as the teacher of the lesson finds it. Absences have no edit window of their own (T-09): late is flagged. */
function* taughtCell(circumstances: Circumstances, cell: AttendanceCell): Deciding<TaughtCell | Refused> {
  const subject = cellOf(cell);
  const page = yield* unlockedPage(cell.journal, subject);
  if (isRefused(page)) return page;
  const found = page.lessons.get(cell.lesson) ?? null;
  const right = yield* rightToFillIn(circumstances, 'absence.record', page, found, subject);
  if (isRefused(right)) return right;
  const lesson = conductedLessonOf(page, cell.lesson, subject);
  if (isRefused(lesson)) return lesson;
  const present = yield* presentOn(page, cell.student, lesson.date, subject);
  if (isRefused(present)) return present;

  const regulation = yield* regulationOn(circumstances, lesson.date);
  const deadline = absenceEntryDeadline(lesson.date);
  const late = isLate(deadline, circumstances);
  const rule = applying(regulation.rule('attendance.entryDeadline'), { deadline, late });
  const state = yield* read(attendances, attendanceCell(cell));
  return { page, lesson, state, grounds: { right, rule, occurredOn: lesson.date } };
}

/** Marks the student absent; an announcement only prefills, the teacher still records (R-ATT-01, T-11). */
export function* recordAbsence(circumstances: Circumstances, command: AttendanceCell): Deciding {
  const cell = yield* taughtCell(circumstances, command);
  if (isRefused(cell)) return cell;
  if (cell.state.status === 'absent')
    return refuse('ALREADY_RECORDED', cellOf(command), { status: 'absent' });

  const data = { ...cellOf(command), academicHours: cell.lesson.academicHours };
  return write(command, cell.grounds, { type: 'AbsenceRecorded', data });
}

/** Marks the student late. */
export function* recordLateArrival(circumstances: Circumstances, command: RecordLateArrival): Deciding {
  const cell = yield* taughtCell(circumstances, command);
  if (isRefused(cell)) return cell;
  const { status } = cell.state;
  if (status === 'absent' || status === 'late')
    return refuse('ALREADY_RECORDED', cellOf(command), { status });

  const data = { ...cellOf(command), minutes: command.minutes };
  return write(command, cell.grounds, { type: 'LateArrivalRecorded', data });
}

/** The right to announce: the student's own guardian, or the curator of the group (R-ATT-03). */
function* rightToAnnounce(circumstances: Circumstances, page: Page, cell: AttendanceCell) {
  const guardian = yield* rightAsGuardian(circumstances, 'absence.announce', cell.student, cellOf(cell));
  if (!isRefused(guardian)) return guardian;
  return yield* rightAsCurator(circumstances, 'absence.announce', page.opened.group, cellOf(cell));
}

/** A guardian acts for the child; everybody else for themselves. */
const behalfOf = (right: Role, { student }: AttendanceCell): string | null =>
  right === 'legalGuardian' ? student : null;

/** Announces an absence for a lesson that has not been held (R-ATT-03). */
export function* announceAbsence(circumstances: Circumstances, command: AnnounceAbsence): Deciding {
  const subject = cellOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToAnnounce(circumstances, page, command);
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
  const sealed = command.reason === null ? {} : { sealed: { reason: command.reason } };
  return write(
    command,
    { right, occurredOn: lesson.date, onBehalfOf: behalfOf(right, command) },
    { type: 'AbsenceAnnounced', data: subject, ...sealed },
  );
}

/**
 * The student was present after all: the teacher cancels (R-ATT-04, T-10); before the lesson is held,
 * who may announce may also take the announcement back.
 */
export function* cancelAbsence(circumstances: Circumstances, command: CancelAbsence): Deciding {
  const subject = cellOf(command);
  if (command.reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;

  const { status, source } = yield* read(attendances, attendanceCell(command));
  const ahead = status === 'announced' && lesson.status === 'scheduled';
  const right = ahead
    ? yield* rightToAnnounce(circumstances, page, command)
    : yield* rightToFillIn(circumstances, 'absence.record', page, lesson, subject);
  if (isRefused(right)) return right;
  if (status === 'none') return refuse('NOT_RECORDED', subject);
  if (circumstances.source === 'import' && source !== 'import')
    return refuse('ENTERED_BY_PERSON', subject, { status });
  return write(
    command,
    { right, occurredOn: lesson.date, onBehalfOf: behalfOf(right, command) },
    { type: 'AbsenceCancelled', data: { ...subject, was: status }, sealed: { reason: command.reason } },
  );
}

/** The curator of the group says whether an absence is excused; nobody and nothing else does (R-ATT-09, T-14). */
export function* classifyAbsence(circumstances: Circumstances, command: ClassifyAbsence): Deciding {
  const subject = cellOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightAsCurator(circumstances, 'absence.classify', page.opened.group, subject);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;

  const { status, classified } = yield* read(attendances, attendanceCell(command));
  if (status !== 'absent') return refuse('NOT_RECORDED', subject, { status });
  if (classified === command.as) return accept(right, []);
  const sealed = command.reason === null ? {} : { sealed: { reason: command.reason } };
  const data = { ...subject, from: classified, to: command.as };
  return write(command, { right, occurredOn: lesson.date }, { type: 'AbsenceClassified', data, ...sealed });
}
