import type { EventNamed } from '../../events/register.ts';
import { plusDays, type PlainDate } from './calendar.ts';
import type { ParameterKey } from './regulation/parameters.ts';
import type { Regulation } from './regulation/regulation.ts';
import type { AssessedWorkDeadline, LessonDeadline } from './regulation/values/entry-deadline.ts';

/** A deadline: a day, or a minute of a day (`2025-03-05T18:10`), itself still on time; `null` where no date follows. */
export type Deadline = string | null;

/** What the deadline of an entry about a lesson depends on. */
export interface LessonOfDay {
  readonly date: PlainDate;
  /** When the last lesson of the group ends on that day; `null` where the timetable does not say. */
  readonly groupClassesEnd: string | null;
  /** The last day of the edit window; `null` where no day ends it. */
  readonly editableUntil: PlainDate | null;
}

/**
 * Until when something about a lesson is entered (R-LES-01, R-LES-06, R-MRK-02, R-ATT-02); the day is the college's
 * own (T-19). Hours run from the end of the group's classes, not of this lesson (T-17): where that end is unknown,
 * the day of the lesson is the deadline. "Timely" is a duty without a date.
 */
export const lessonEntryDeadline = (rule: LessonDeadline | null, lesson: LessonOfDay): Deadline => {
  switch (rule?.kind) {
    case 'lessonDay':
      return lesson.date;
    case 'nextDay':
      return plusDays(lesson.date, 1);
    case 'withinEditWindow':
      return lesson.editableUntil;
    case 'hoursAfterGroupClasses':
      if (lesson.groupClassesEnd === null) return lesson.date;
      return Temporal.PlainDateTime.from(`${lesson.date}T${lesson.groupClassesEnd}`)
        .add({ hours: rule.hours })
        .toString({ smallestUnit: 'minute' });
    case 'timely':
    case undefined:
      return null;
  }
};

/** A kind of work that a mark is given for. */
export type WorkType = EventNamed<'MarkRecorded'>['data']['workType'];

/* What is marked on the spot, and what is done on paper and checked afterwards; the rest is checked, too. */
const ON_THE_SPOT: ReadonlySet<WorkType> = new Set(['lessonWork', 'homework']);
const WRITTEN: ReadonlySet<WorkType> = new Set([
  'written',
  'control',
  'independent',
  'test',
  'qualityMonitoring',
]);

const covered = (rule: AssessedWorkDeadline, workType: WorkType): boolean =>
  rule.kind === 'daysAfterHeld' && rule.covers === 'written'
    ? WRITTEN.has(workType)
    : !ON_THE_SPOT.has(workType);

/**
 * Until when the mark of a written (or of any assessed) work is entered: counted from the day it was held, never from
 * handing in or checking (R-MRK-03, T-18, D-07). When checking ended the journal does not know, so the ceiling alone is
 * judged. `null` for a kind of work that the rule does not cover.
 */
export const workEntryDeadline = (
  rule: AssessedWorkDeadline | null,
  workType: WorkType,
  heldOn: PlainDate,
): Deadline => {
  if (rule === null || rule.kind === 'timely' || !covered(rule, workType)) return null;
  return plusDays(heldOn, rule.kind === 'lessonDay' ? 0 : rule.days);
};

/** A deadline and the parameter it comes from. */
export interface DeadlineOf {
  readonly parameter: ParameterKey;
  readonly until: Deadline;
}

/** Until when a current mark is entered: by the rule of assessed works where it covers the kind of work, else by that of lessons. */
export const markEntryDeadline = (
  regulation: Regulation,
  workType: WorkType,
  lesson: LessonOfDay,
): DeadlineOf => {
  const ofWork = 'currentMark.entryDeadline.writtenWork';
  const until = workEntryDeadline(regulation.value(ofWork), workType, lesson.date);
  if (until !== null) return { parameter: ofWork, until };
  const ofLesson = 'currentMark.entryDeadline.lesson';
  return { parameter: ofLesson, until: lessonEntryDeadline(regulation.value(ofLesson), lesson) };
};
