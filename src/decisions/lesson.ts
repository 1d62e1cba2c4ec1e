import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { refuse, type Circumstances, type Deciding } from './decision.ts';
import type { LessonState } from './folds/journal.ts';
import { entriesAt } from './lesson-entries.ts';
import { subjectOf, write, type LessonKey } from './lesson-key.ts';
import { allowing, conductedLessonOf, lessonOf, unlockedPage, type Page } from './page.ts';
import { isRefused, rightToFillIn } from './rights.ts';

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

function* rightToHold(circumstances: Circumstances, page: Page, lesson: LessonState, key: LessonKey) {
  const right = yield* rightToFillIn(circumstances, 'lesson.conduct', page, lesson, key);
  if (isRefused(right)) return right;
  const { marksUntil: until, given } = lesson;
  const entry = { covers: 'currentMarks', lesson: key.lesson, until, given, due: null } as const;
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
