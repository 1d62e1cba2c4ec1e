import type { EventNamed } from '../../events/register.ts';
import { plusDays, type PlainDate } from './calendar.ts';
import type { AssessedWorkDeadline, LessonDeadline } from './regulation/values/entry-deadline.ts';

type WorkType = EventNamed<'MarkRecorded'>['data']['workType'];

/** A lesson as far as deadlines for entries go. */
export interface DatedLesson {
  readonly date: PlainDate;
  /** When the classes of its group end on that day; `null` where the timetable does not say. */
  readonly lastClassEndsAt: string | null;
}

const after = (date: PlainDate, time: string, hours: number): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).add({ hours }).toString({ smallestUnit: 'minute' });

/**
 * When an entry about a lesson is due: a day, or a minute of one. Hours count from the end of the group's classes,
 * not of this lesson (T-17); `null` where no date follows from the rule.
 */
export const lessonDue = (
  deadline: LessonDeadline,
  { date, lastClassEndsAt }: DatedLesson,
): string | null => {
  switch (deadline.kind) {
    case 'timely':
    case 'withinEditWindow':
      return null;
    case 'lessonDay':
      return date;
    case 'nextDay':
      return plusDays(date, 1);
    case 'hoursAfterGroupClasses':
      return lastClassEndsAt === null ? date : after(date, lastClassEndsAt, deadline.hours);
  }
};

/** Works that are handed in on paper or as a file, and checked later. */
const WRITTEN: ReadonlySet<WorkType> = new Set(['written', 'control', 'test', 'qualityMonitoring']);

/** Whether the mark for a kind of work falls under the deadline of assessed works (D-07). */
export const isAssessedLater = (deadline: AssessedWorkDeadline, workType: WorkType): boolean =>
  deadline.kind === 'daysAfterHeld' && deadline.covers === 'written'
    ? WRITTEN.has(workType)
    : workType !== 'lessonWork';

/** When the mark of an assessed work is due, counted from the day it was held (T-18). */
export const assessedWorkDue = (deadline: AssessedWorkDeadline, heldOn: PlainDate): PlainDate | null => {
  switch (deadline.kind) {
    case 'timely':
      return null;
    case 'lessonDay':
      return heldOn;
    case 'daysAfterHeld':
      return plusDays(heldOn, deadline.days);
  }
};
