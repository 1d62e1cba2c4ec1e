import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { refuse, type Circumstances, type Deciding } from './decision.ts';
import { lessonEntryDue, type LessonParameter } from './entry-due.ts';
import { entriesAt } from './lesson-entries.ts';
import { subjectOf, write, type LessonKey } from './lesson-key.ts';
import { languageWarnings, recordOf, type LessonRecord } from './lesson-record.ts';
import { allowing, conductedLessonOf, lessonOf, listedLesson, unlockedPage, type Page } from './page.ts';
import { isRefused, rightToFillIn } from './rights.ts';

/** Records that a lesson took place, with its topic. */
export interface ConductLesson extends LessonKey, LessonRecord {
  readonly deliveryForm: EventNamed<'LessonConducted'>['data']['deliveryForm'];
  readonly workTypes: EventNamed<'LessonConducted'>['data']['workTypes'];
}

/** Corrects the record of a lesson. */
export interface CorrectLessonRecord extends ConductLesson {
  readonly reason: string;
}

/** Sets homework at a lesson. */
export interface AssignHomework extends LessonKey {
  readonly homework: string;
  readonly dueOn: PlainDate | null;
  /** How it is to be done. */
  readonly manner?: string | null;
  /** Pages, numbers of tasks and exercises. */
  readonly pages?: string | null;
}

/** What must have become of a lesson for it to be written about. */
type Becoming = typeof lessonOf;

/** The lesson, once it is known that whoever asks writes about it (T19), with the grounds for an entry about it. */
function* rightToHold(
  circumstances: Circumstances,
  page: Page,
  key: LessonKey,
  become: Becoming,
  deadline: LessonParameter | null,
) {
  const listed = listedLesson(page, key.lesson, key);
  if (isRefused(listed)) return listed;
  const right = yield* rightToFillIn(circumstances, 'lesson.conduct', page, listed, key);
  if (isRefused(right)) return right;
  const lesson = become(page, key.lesson, key);
  if (isRefused(lesson)) return lesson;
  const due = deadline === null ? null : yield* lessonEntryDue(circumstances, page, lesson, deadline);
  const { marksUntil: until, given, date: day } = lesson;
  const entry = { covers: 'currentMarks', lesson: key.lesson, day, until, given, due } as const;
  const rule = yield* allowing(circumstances, page, entry, key);
  return isRefused(rule) ? rule : { lesson, grounds: { right, rule, occurredOn: lesson.date } };
}

/** Records that the lesson was held: on its day or after, by who teaches it; later than it is due is late (R-LES-01). */
export function* conductLesson(circumstances: Circumstances, command: ConductLesson): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const held = yield* rightToHold(circumstances, page, subject, lessonOf, 'lessonEntry.deadline');
  if (isRefused(held)) return held;
  const { lesson, grounds } = held;
  if (lesson.status === 'conducted') return refuse('LESSON_CONDUCTED', subject, { date: lesson.date });
  if (lesson.date > circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', subject, { date: lesson.date, today: circumstances.today });
  const record = yield* recordOf(circumstances, page, lesson, command);
  if (isRefused(record)) return record;

  const { data, sealed, warnings } = record;
  return write(command, { ...grounds, warnings }, { type: 'LessonConducted', data, sealed });
}

/** Corrects the record of a lesson that was held, for a stated reason; a kind of work with marks stays on it. */
export function* correctLessonRecord(circumstances: Circumstances, command: CorrectLessonRecord): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const held = yield* rightToHold(circumstances, page, subject, conductedLessonOf, null);
  if (isRefused(held)) return held;
  const { lesson, grounds } = held;
  const { reason } = command;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  const dropped = new Set(lesson.workTypes.filter((workType) => !command.workTypes.includes(workType)));
  const stranded = dropped.size === 0 ? 0 : (yield* entriesAt(page, subject, dropped)).marks;
  if (stranded > 0) return refuse('ENTRIES_REMAIN', subject, { marks: stranded });
  const record = yield* recordOf(circumstances, page, lesson, command);
  if (isRefused(record)) return record;

  const { data, sealed, warnings } = record;
  const event = { type: 'LessonRecordCorrected', data, sealed: { ...sealed, reason } } as const;
  return write(command, { ...grounds, warnings }, event);
}

/** Sets or replaces the homework of a lesson, where there is any; later than it is due is late (R-LES-05, R-LES-06). */
export function* assignHomework(circumstances: Circumstances, command: AssignHomework): Deciding {
  const subject = subjectOf(command);
  const page = yield* unlockedPage(command.journal, subject);
  if (isRefused(page)) return page;
  const held = yield* rightToHold(circumstances, page, subject, lessonOf, 'homework.entryDeadline');
  if (isRefused(held)) return held;
  const { lesson, grounds } = held;

  const { homework, dueOn, manner = null, pages = null } = command;
  if (dueOn !== null && dueOn < lesson.date)
    return refuse('DATE_OUT_OF_RANGE', subject, { dueOn, from: lesson.date });
  const warnings = yield* languageWarnings(circumstances, lesson.date, 'homework', { homework, manner });
  const sealed = { homework, ...(manner === null ? {} : { manner }), ...(pages === null ? {} : { pages }) };
  const event = { type: 'HomeworkAssigned', data: { ...subject, dueOn }, sealed } as const;
  return write(command, { ...grounds, warnings }, event);
}
