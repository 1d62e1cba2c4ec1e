import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { currentMarksUntil } from '../policies/edit-window.ts';
import { applying } from './applying.ts';
import { refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { entriesAt } from './lesson-entries.ts';
import { subjectOf, write, type LessonKey } from './lesson-key.ts';
import { lessonOf, unlockedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';

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

const outsidePeriod = ({ period }: Page, date: PlainDate, key: LessonKey): Refused | null =>
  date >= period.from && date <= period.until
    ? null
    : refuse('DATE_OUT_OF_RANGE', key, { date, from: period.from, until: period.until });

/** The deadline that the rule in force on a date gives to its marks (T-48). */
function* givenOn(circumstances: Circumstances, { period }: Page, date: PlainDate) {
  const regulation = yield* regulationOn(circumstances, date);
  const deadline = currentMarksUntil(date, regulation, period.attestationMarksUntil);
  return { marksUntil: deadline, rule: applying(regulation.rule('currentMark.editWindowDays'), { deadline }) };
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

  const { marksUntil, rule } = yield* givenOn(circumstances, page, command.date);
  const data = { ...command, marksUntil };
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
    return refuse('EDIT_WINDOW_CLOSED', subject, { closedOn }, lesson.given);

  const { marksUntil, rule } = yield* givenOn(circumstances, page, date);
  const data = { ...subject, from: lesson.date, date, startsAt, room, marksUntil };
  return write(command, { right, rule, occurredOn: date }, { type: 'LessonMoved', data, sealed: { reason } });
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
