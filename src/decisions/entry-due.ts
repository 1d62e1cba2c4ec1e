import type { Due } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import { assessedWorkDue, isAssessedLater, lessonDue } from '../policies/entry-due.ts';
import { read, type Circumstances, type Deciding } from './decision.ts';
import type { LessonState } from './folds/journal.ts';
import { lastClassEndsAt, timetableDays } from './folds/timetable-day.ts';
import type { Page } from './page.ts';
import { regulationOn } from './regulation.ts';

/** The deadlines that are counted from a lesson. */
export type LessonParameter =
  'lessonEntry.deadline' | 'homework.entryDeadline' | 'currentMark.entryDeadline.lesson';

/** When an entry about a lesson is due by the regulation of its day; `null` where that gives no date. */
export function* lessonEntryDue(
  circumstances: Circumstances,
  page: Page,
  { date }: LessonState,
  parameter: LessonParameter,
): Deciding<Due | null> {
  if (circumstances.source === 'import') return null;
  const regulation = yield* regulationOn(circumstances, date);
  const deadline = regulation.value(parameter);
  if (!deadline) return null;
  const { group } = page.opened;
  const counts = deadline.kind === 'hoursAfterGroupClasses' && group !== null;
  const ends = counts ? lastClassEndsAt(yield* read(timetableDays, date), group) : null;
  const until = lessonDue(deadline, { date, lastClassEndsAt: ends });
  if (until === null) return null;
  const { clause } = regulation.rule(parameter);
  return { parameter, clause, until };
}

/** When a mark is due: a work that is checked later within its term from the day held, all others with the lesson. */
export function* markDue(
  circumstances: Circumstances,
  page: Page,
  lesson: LessonState,
  workType: EventNamed<'MarkRecorded'>['data']['workType'],
): Deciding<Due | null> {
  if (circumstances.source === 'import') return null;
  const parameter = 'currentMark.entryDeadline.writtenWork';
  const regulation = yield* regulationOn(circumstances, lesson.date);
  const deadline = regulation.value(parameter);
  if (!deadline || !isAssessedLater(deadline, workType))
    return yield* lessonEntryDue(circumstances, page, lesson, 'currentMark.entryDeadline.lesson');
  const until = assessedWorkDue(deadline, lesson.date);
  return until === null ? null : { parameter, clause: regulation.rule(parameter).clause, until };
}
