import { againstResults } from './attendance-by-results.ts';
import {
  attendanceCell,
  cellOf,
  enteredByPerson,
  entryRule,
  heldCell,
  listedCell,
  rightToEnter,
  write,
} from './attendance-cell.ts';
import type { AttendanceCell, HeldCell } from './attendance-cell.ts';
import { rightToAnnounce, behalfOf } from './absence-announcement.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { attendances, type AbsenceClass } from './folds/attendance.ts';
import { lessonOf, unlockedPage } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator } from './rights.ts';

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

interface OpenCell extends HeldCell {
  readonly grounds: Pick<Accepted, 'right' | 'rule' | 'occurredOn'>;
}

function* openCell(circumstances: Circumstances, cell: AttendanceCell): Deciding<OpenCell | Refused> {
  const listed = yield* listedCell(cell);
  if (isRefused(listed)) return listed;
  const right = yield* rightToEnter(circumstances, listed.page, listed.lesson, cell);
  if (isRefused(right)) return right;
  const held = yield* heldCell(circumstances, listed.page, cell);
  if (isRefused(held)) return held;
  const rule = yield* entryRule(circumstances, { ...held, right }, cellOf(cell));
  if (isRefused(rule)) return rule;
  return { ...held, grounds: { right, rule, occurredOn: held.lesson.date } };
}

/** Marks the student absent; an announcement only prefills, the teacher still records (R-ATT-01, T-11). */
export function* recordAbsence(circumstances: Circumstances, command: AttendanceCell): Deciding {
  const cell = yield* openCell(circumstances, command);
  if (isRefused(cell)) return cell;
  if (cell.state.status === 'absent')
    return refuse('ALREADY_RECORDED', cellOf(command), { status: 'absent' });
  const results = yield* againstResults(circumstances, cell, command, 'absence');
  const kept = results ?? enteredByPerson(circumstances, cell.state, command);
  if (kept) return kept;

  const data = { ...cellOf(command), academicHours: cell.lesson.academicHours };
  return write(command, cell.grounds, { type: 'AbsenceRecorded', data });
}

/** Marks the student late. */
export function* recordLateArrival(circumstances: Circumstances, command: RecordLateArrival): Deciding {
  const cell = yield* openCell(circumstances, command);
  if (isRefused(cell)) return cell;
  const { status } = cell.state;
  if (status === 'absent' || status === 'late')
    return refuse('ALREADY_RECORDED', cellOf(command), { status });
  const results = yield* againstResults(circumstances, cell, command, 'lateArrival');
  const kept = results ?? enteredByPerson(circumstances, cell.state, command);
  if (kept) return kept;

  const data = { ...cellOf(command), minutes: command.minutes };
  return write(command, cell.grounds, { type: 'LateArrivalRecorded', data });
}

/**
 * The student was present after all: whoever enters absences cancels (R-ATT-04, T-10); before the lesson is held,
 * who may announce may also take the announcement back.
 */
export function* cancelAbsence(circumstances: Circumstances, command: CancelAbsence): Deciding {
  const subject = cellOf(command);
  if (command.reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  const listed = yield* listedCell(command);
  if (isRefused(listed)) return listed;
  const { page } = listed;
  const { status, source } = yield* read(attendances, attendanceCell(command));
  const ahead = status === 'announced' && listed.lesson.status === 'scheduled';
  const right = ahead
    ? yield* rightToAnnounce(circumstances, page, listed.lesson, command)
    : yield* rightToEnter(circumstances, page, listed.lesson, command);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  if (status === 'none') return refuse('NOT_RECORDED', subject);
  if (circumstances.source === 'import' && source !== 'import')
    return refuse('ENTERED_BY_PERSON', subject, { status });
  const regulation = yield* regulationOn(circumstances, lesson.date);
  const rule = yield* entryRule(circumstances, { page, lesson, regulation, right }, subject);
  if (isRefused(rule)) return rule;
  return write(
    command,
    { right, rule, occurredOn: lesson.date, onBehalfOf: behalfOf(right, command) },
    { type: 'AbsenceCancelled', data: { ...subject, was: status }, sealed: { reason: command.reason } },
  );
}

/** Who the regulation names says by hand whether an absence is excused; nobody and nothing else does (R-ATT-09, T-14). */
export function* classifyAbsence(circumstances: Circumstances, command: ClassifyAbsence): Deciding {
  const subject = cellOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightAsCurator(circumstances, 'absence.classify', page.opened.group, subject);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  const regulation = yield* regulationOn(circumstances, lesson.date);
  const parameter = 'attendance.excuseClassifier';
  if (!regulation.value(parameter)?.includes(right))
    return refuse('NOT_PERMITTED', subject, { capability: 'absence.classify' }, regulation.rule(parameter));

  const { status, classified } = yield* read(attendances, attendanceCell(command));
  if (status !== 'absent') return refuse('NOT_RECORDED', subject, { status });
  if (classified === command.as) return accept(right, []);
  const sealed = command.reason === null ? {} : { sealed: { reason: command.reason } };
  const data = { ...subject, from: classified, to: command.as };
  return write(command, { right, occurredOn: lesson.date }, { type: 'AbsenceClassified', data, ...sealed });
}
