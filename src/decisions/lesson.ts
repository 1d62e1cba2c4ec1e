import type { RuleApplied } from '../../events/recorded.ts';
import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { currentMarksUntil } from '../policies/edit-window.ts';
import { settingsOn } from '../policies/regulation.ts';
import {
  accept,
  read,
  readAll,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { attendanceCell } from './attendance.ts';
import { attendances } from './folds/attendance.ts';
import { regulations } from './folds/college.ts';
import type { LessonState } from './folds/journal.ts';
import { marks } from './folds/mark.ts';
import { markCell } from './mark.ts';
import { allowing, conductedLessonOf, giving, lessonOf, unlockedPage, type Page } from './page.ts';
import { isRefused, rightTo, rightToFillIn } from './rights.ts';

interface LessonKey {
  readonly journal: string;
  readonly lesson: string;
}

/** Puts a lesson into the timetable of a page. */
export type ScheduleLesson = Omit<EventNamed<'LessonScheduled'>['data'], 'marksUntil'>;

/** Moves a lesson that has not been held. */
export interface MoveLesson extends LessonKey {
  readonly date: PlainDate;
  readonly startsAt: string;
  readonly room: string | null;
  readonly reason: string;
}

/** Takes a lesson out of the timetable. */
export interface CancelLesson extends LessonKey {
  readonly reason: string;
}

/** Records that a lesson took place, with its topic. */
export interface ConductLesson extends LessonKey {
  readonly deliveryForm: EventNamed<'LessonConducted'>['data']['deliveryForm'];
  readonly workTypes: EventNamed<'LessonConducted'>['data']['workTypes'];
  readonly topic: string;
}

/** Corrects the record of a lesson. */
export interface CorrectLessonRecord extends ConductLesson {
  readonly reason: string;
}

/** Sets homework at a lesson. */
export interface AssignHomework extends LessonKey {
  readonly homework: string;
  readonly dueOn: PlainDate | null;
}

const subjectOf = ({ journal, lesson }: LessonKey): LessonKey => ({ journal, lesson });

const write = (
  key: LessonKey,
  grounds: Pick<Accepted, 'right'> & Partial<Accepted>,
  event: DomainEvent,
): Accepted => accept(grounds.right, [{ category: 'journal', id: key.journal, events: [event] }], grounds);

const outsidePeriod = ({ period }: Page, date: PlainDate, key: LessonKey): Refused | null =>
  date >= period.from && date <= period.until
    ? null
    : refuse('DATE_OUT_OF_RANGE', key, { date, from: period.from, until: period.until });

/** The deadline that the rule in force on a date gives to its marks, with its version (T-48). */
function* givenOn({ college }: Circumstances, date: PlainDate): Deciding<RuleApplied> {
  const settings = settingsOn(yield* read(regulations, college), date);
  return giving('currentMarks', settings.version, currentMarksUntil(date, settings));
}

/** Schedules a lesson: its marks' last day is given here, and stands whatever the rule becomes later (T-48). */
export function* scheduleLesson(circumstances: Circumstances, command: ScheduleLesson): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const capability = circumstances.source === 'import' ? 'history.import' : 'lesson.schedule';
  const right = yield* rightTo(circumstances, capability, subject);
  if (isRefused(right)) return right;
  if (page.lessons.has(command.lesson)) return refuse('ALREADY_EXISTS', subject, { what: 'lesson' });
  const outside = outsidePeriod(page, command.date, subject);
  if (outside) return outside;

  const rule = yield* givenOn(circumstances, command.date);
  const data = { ...command, marksUntil: rule.deadline };
  return write(command, { right, rule, occurredOn: command.date }, { type: 'LessonScheduled', data });
}

/**
 * Moves a lesson and its window with it. One that was held stays where it is, and a window that has closed is not
 * opened by a move, nor is a grant stretched by one (T-04).
 */
export function* moveLesson(circumstances: Circumstances, command: MoveLesson): Deciding {
  const { date, startsAt, room, reason } = command;
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightTo(circumstances, 'lesson.schedule', subject);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  if (lesson.status === 'conducted') return refuse('LESSON_CONDUCTED', subject, { date: lesson.date });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  const outside = outsidePeriod(page, date, subject);
  if (outside) return outside;

  const { marksUntil: closedOn } = lesson;
  if (circumstances.source !== 'import' && circumstances.today > closedOn)
    return refuse('EDIT_WINDOW_CLOSED', subject, { closedOn }, 'currentMark.editWindowDays');

  const rule = yield* givenOn(circumstances, date);
  const data = { ...subject, from: lesson.date, date, startsAt, room, marksUntil: rule.deadline };
  return write(command, { right, rule, occurredOn: date }, { type: 'LessonMoved', data, sealed: { reason } });
}

/** Counts what stands on a lesson, or on some kinds of its work, so that nothing is lost with it (T-31). */
function* entriesAt(
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

/** Cancels a lesson. One that was held is cancelled only when every entry on it has been taken back (T-31). */
export function* cancelLesson(circumstances: Circumstances, command: CancelLesson): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightTo(circumstances, 'lesson.schedule', subject);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  if (command.reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (lesson.status === 'conducted') {
    const entries = yield* entriesAt(page, subject);
    if (entries.marks + entries.absences > 0) return refuse('ENTRIES_REMAIN', subject, entries);
  }
  const event = { type: 'LessonCancelled', data: subject, sealed: { reason: command.reason } } as const;
  return write(command, { right, occurredOn: lesson.date }, event);
}

function* rightToHold(circumstances: Circumstances, page: Page, lesson: LessonState, key: LessonKey) {
  const right = yield* rightToFillIn(circumstances, 'lesson.conduct', page, lesson, key);
  if (isRefused(right)) return right;
  const { marksUntil: until, ruleVersion: version } = lesson;
  const entry = { covers: 'currentMarks', lesson: key.lesson, until, version, due: null } as const;
  const rule = allowing(circumstances, page, entry, key);
  return isRefused(rule) ? rule : { right, rule, occurredOn: lesson.date };
}

/** Records that the lesson was held: on its day or after, by who teaches it (R-LES-01). */
export function* conductLesson(circumstances: Circumstances, command: ConductLesson): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  const grounds = yield* rightToHold(circumstances, page, lesson, subject);
  if (isRefused(grounds)) return grounds;
  if (lesson.status === 'conducted') return refuse('LESSON_CONDUCTED', subject, { date: lesson.date });
  if (lesson.date > circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', subject, { date: lesson.date, today: circumstances.today });

  const { deliveryForm, workTypes, topic } = command;
  const data = { ...subject, deliveryForm, workTypes };
  return write(command, grounds, { type: 'LessonConducted', data, sealed: { topic } });
}

/** Corrects the record of a lesson that was held, for a stated reason; a kind of work with marks stays on it. */
export function* correctLessonRecord(circumstances: Circumstances, command: CorrectLessonRecord): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const lesson = conductedLessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  const grounds = yield* rightToHold(circumstances, page, lesson, subject);
  if (isRefused(grounds)) return grounds;
  if (command.reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  const dropped = new Set(lesson.workTypes.filter((workType) => !command.workTypes.includes(workType)));
  const stranded = dropped.size === 0 ? 0 : (yield* entriesAt(page, subject, dropped)).marks;
  if (stranded > 0) return refuse('ENTRIES_REMAIN', subject, { marks: stranded });

  const { deliveryForm, workTypes, topic, reason } = command;
  const data = { ...subject, deliveryForm, workTypes };
  return write(command, grounds, { type: 'LessonRecordCorrected', data, sealed: { topic, reason } });
}

/** Sets or replaces the homework of a lesson (R-LES-05). */
export function* assignHomework(circumstances: Circumstances, command: AssignHomework): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  const grounds = yield* rightToHold(circumstances, page, lesson, subject);
  if (isRefused(grounds)) return grounds;

  const { homework, dueOn } = command;
  return write(command, grounds, {
    type: 'HomeworkAssigned',
    data: { ...subject, dueOn },
    sealed: { homework },
  });
}
