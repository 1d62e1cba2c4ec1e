import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { currentMarksUntil } from '../policies/edit-window.ts';
import type { Occupation, Span } from '../policies/timetable.ts';
import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import type { LessonState } from './folds/journal.ts';
import { timetableDays } from './folds/timetable-day.ts';
import { entriesAt } from './lesson-entries.ts';
import { onPage, subjectOf, type LessonKey } from './lesson-key.ts';
import { lessonOf, unlockedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused } from './rights.ts';
import { timeOf } from './timetable/bells.ts';
import { lifting, occupationOf, placedOn, teachersOn } from './timetable/placing.ts';
import { rightToCancel, rightToSchedule } from './timetable/right.ts';
import { placeOf, type Place } from './timetable/room.ts';

/** Puts a lesson into the timetable of a page. What is left out is as usual. */
export interface ScheduleLesson extends Omit<
  EventNamed<'LessonScheduled'>['data'],
  'marksUntil' | 'startsAt'
> {
  /** `null`: when its pair begins. */
  readonly startsAt: string | null;
  /** By the bells of that day; `null` or left out: by the clock. */
  readonly pair?: number | null;
  /** `null` or left out: by the bells, or 45 minutes for each academic hour. */
  readonly endsAt?: string | null;
  readonly roomId?: string | null;
  /** Which of the page's teachers; `null` or left out: all of them. */
  readonly teacher?: string | null;
}

/** Moves a lesson that has not been held, to another time, place or teacher of the page. */
export interface MoveLesson extends LessonKey {
  readonly date: PlainDate;
  readonly startsAt: string | null;
  readonly pair?: number | null;
  readonly endsAt?: string | null;
  /** `null`: none; left out with `roomId`: where it would have been held. */
  readonly room?: string | null;
  readonly roomId?: string | null;
  /** `null`: all who have the page in their load; left out: who would have taught it. */
  readonly teacher?: string | null;
  readonly reason: string;
}

/** Takes a lesson out of the timetable. */
export interface CancelLesson extends LessonKey {
  readonly reason: string;
}

/** Beyond every date there is. */
const LATER = '9999-12-31';

const outsidePeriod = ({ period }: Page, date: PlainDate, key: LessonKey): Refused | null =>
  date >= period.from && date <= period.until
    ? null
    : refuse('DATE_OUT_OF_RANGE', key, { date, from: period.from, until: period.until });

/** The deadline that the rule in force on a date gives to its marks (T-48). */
export function* givenOn(circumstances: Circumstances, { period }: Page, date: PlainDate) {
  const regulation = yield* regulationOn(circumstances, date);
  const deadline = currentMarksUntil(date, regulation, period.attestationMarksUntil);
  return {
    marksUntil: deadline,
    rule: applying(regulation.rule('currentMark.editWindowDays'), { deadline }),
  };
}

/** A teacher named for a lesson has its page in the load by then. */
const strangerTo = (page: Page, teacher: string | null, date: PlainDate, key: LessonKey): Refused | null =>
  teacher === null || (page.teachers.get(teacher) ?? LATER) <= date
    ? null
    : refuse('NOT_FOUND', key, { what: 'teacher' });

/** Time and place of a lesson, as the bells and the list of rooms have them. */
function* whereAndWhen(
  circumstances: Circumstances,
  { startsAt, pair = null, endsAt = null, date }: ScheduleLesson | MoveLesson,
  wanted: Place,
  academicHours: number,
  key: LessonKey,
): Deciding<{ time: Span; place: Place } | Refused> {
  const time = yield* timeOf(circumstances, date, { pair, startsAt, endsAt, academicHours }, key);
  if (isRefused(time)) return time;
  const place = yield* placeOf(circumstances, wanted, key);
  return isRefused(place) ? place : { time, place };
}

/**
 * Schedules a lesson: its marks' last day is given here, and stands whatever the rule becomes later (T-48). A day
 * on which its group, teacher or room is needed elsewhere refuses it; an import tells of days that have passed.
 */
export function* scheduleLesson(circumstances: Circumstances, command: ScheduleLesson): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToSchedule(circumstances, subject);
  if (isRefused(right)) return right;
  if (page.lessons.has(command.lesson)) return refuse('ALREADY_EXISTS', subject, { what: 'lesson' });
  const { date, academicHours, deliveryForm, room, roomId = null, teacher = null } = command;
  const outside = outsidePeriod(page, date, subject) ?? strangerTo(page, teacher, date, subject);
  if (outside) return outside;
  const where = yield* whereAndWhen(circumstances, command, { room, roomId }, academicHours, subject);
  if (isRefused(where)) return where;

  const { time, place } = where;
  const { marksUntil, rule } = yield* givenOn(circumstances, page, date);
  const { startsAt } = time;
  const data = { ...subject, date, startsAt, academicHours, deliveryForm, room: place.room, marksUntil };
  const scheduled = onPage(subject, { type: 'LessonScheduled', data });
  const grounds = { rule, occurredOn: date };
  if (circumstances.source === 'import') return accept(right, [scheduled], grounds);

  const teachers = teachersOn(page, date, teacher);
  const wanted = occupationOf(command.journal, page, time, place, { teachers, substitute: null });
  const placed = yield* placedOn(date, subject, wanted);
  return isRefused(placed) ? placed : accept(right, [scheduled, placed], grounds);
}

/** Where a lesson is to be held: its room goes with it, unless another is named, or none. */
const roomOf = (
  { room, roomId }: MoveLesson,
  standing: Occupation | undefined,
  { room: known }: LessonState,
): Place => {
  if (room !== undefined || roomId !== undefined) return { room: room ?? null, roomId: roomId ?? null };
  return standing ? { room: standing.room, roomId: standing.roomId } : { room: known, roomId: null };
};

/** What a lesson takes up once it is moved: its teachers and who stands in go with it, unless others are named. */
const movedTo = (
  page: Page,
  { journal, date, teacher }: MoveLesson,
  { standing, substitute }: { readonly standing: Occupation | undefined; readonly substitute: string | null },
  { time, place }: { readonly time: Span; readonly place: Place },
): Occupation => {
  const teachers =
    teacher === undefined && standing ? standing.teachers : teachersOn(page, date, teacher ?? null);
  return occupationOf(journal, page, time, place, { teachers, substitute });
};

/**
 * Moves a lesson and its window with it. One that was held stays where it is, and a window that has closed is not
 * opened by a move, nor is a grant stretched by one (T-04).
 */
export function* moveLesson(circumstances: Circumstances, command: MoveLesson): Deciding {
  const { date, reason, teacher = null } = command;
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToSchedule(circumstances, subject);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  if (lesson.status === 'conducted') return refuse('LESSON_CONDUCTED', subject, { date: lesson.date });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  const outside = outsidePeriod(page, date, subject) ?? strangerTo(page, teacher, date, subject);
  if (outside) return outside;

  const { marksUntil: closedOn, date: from, academicHours } = lesson;
  if (circumstances.source !== 'import' && circumstances.today > closedOn)
    return refuse('EDIT_WINDOW_CLOSED', subject, { closedOn }, lesson.given);
  const day = yield* read(timetableDays, from);
  const standing = day.get(command.lesson);
  const wanted = roomOf(command, standing, lesson);
  const where = yield* whereAndWhen(circumstances, command, wanted, academicHours, subject);
  if (isRefused(where)) return where;

  const { marksUntil, rule } = yield* givenOn(circumstances, page, date);
  const { startsAt } = where.time;
  const data = { ...subject, from, date, startsAt, room: where.place.room, marksUntil };
  const moved = onPage(subject, { type: 'LessonMoved', data, sealed: { reason } });
  const grounds = { rule, occurredOn: date };
  if (circumstances.source === 'import') return accept(right, [moved], grounds);

  const taken = movedTo(page, command, { standing, substitute: lesson.substitute }, where);
  const placed = yield* placedOn(date, subject, taken);
  if (isRefused(placed)) return placed;
  const lifted = date === from ? [] : lifting(day, from, command.lesson);
  return accept(right, [moved, ...lifted, placed], grounds);
}

/** Cancels a lesson. One that was held is cancelled only when every entry on it has been taken back (T-31). */
export function* cancelLesson(circumstances: Circumstances, command: CancelLesson): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToCancel(circumstances, subject);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, command.lesson, subject);
  if (isRefused(lesson)) return lesson;
  if (command.reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (lesson.status === 'conducted') {
    const entries = yield* entriesAt(page, subject);
    if (entries.marks + entries.absences > 0) return refuse('ENTRIES_REMAIN', subject, entries);
  }
  const { date } = lesson;
  const event = { type: 'LessonCancelled', data: subject, sealed: { reason: command.reason } } as const;
  const day = yield* read(timetableDays, date);
  return accept(right, [onPage(subject, event), ...lifting(day, date, command.lesson)], { occurredOn: date });
}
