import type { PlainDate } from '../policies/calendar.ts';
import { grantFor, windowOf, type Grant } from '../policies/edit-window.ts';
import type { Rule } from '../policies/regulation/regulation.ts';
import { isLate } from '../policies/timeliness.ts';
import type { Due, RuleApplied } from '../../events/recorded.ts';
import { applying } from './applying.ts';
import { backEntryOn } from './back-entry.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { staysOn } from './folds/group.ts';
import { journals, type JournalState, type LessonState } from './folds/journal.ts';
import { periods, type PeriodState } from './folds/period.ts';
import { students } from './folds/student.ts';
import type { Subject } from './refusal.ts';
import { absenceFromStudies } from './studying.ts';
import { isRefused } from './rights.ts';

/** A page that was opened, with the period it belongs to. */
export interface Page extends JournalState {
  readonly opened: NonNullable<JournalState['opened']>;
  readonly period: NonNullable<PeriodState>;
}

/** The page and its period, or the no. */
export function* openedPage(journal: string, subject: Subject): Deciding<Page | Refused> {
  const page = yield* read(journals, journal);
  if (!page.opened) return refuse('NOT_FOUND', subject, { what: 'journal' });
  const period = yield* read(periods, page.opened.period);
  return period ? { ...page, opened: page.opened, period } : refuse('NOT_FOUND', subject, { what: 'period' });
}

/** A page whose period is not locked: nobody enters anything behind a lock. */
export function* unlockedPage(journal: string, subject: Subject): Deciding<Page | Refused> {
  const page = yield* openedPage(journal, subject);
  if ('accepted' in page || !page.period.locked) return page;
  return refuse('PERIOD_LOCKED', { ...subject, period: page.opened.period }, { until: page.period.until });
}

/** A lesson of the page, whatever became of it: to ask who teaches it, before anything of it is told (T19). */
export const listedLesson = (page: Page, lesson: string, subject: Subject): LessonState | Refused =>
  page.lessons.get(lesson) ?? refuse('NOT_FOUND', subject, { what: 'lesson' });

/** A lesson of the page that was not cancelled (T-31). */
export const lessonOf = (page: Page, lesson: string, subject: Subject): LessonState | Refused => {
  const found = listedLesson(page, lesson, subject);
  if ('accepted' in found || found.status !== 'cancelled') return found;
  return refuse('LESSON_CANCELLED', subject, { date: found.date });
};

/** A lesson that has taken place: only such a one takes marks and absences (R-LES-01, T-04). */
export const conductedLessonOf = (page: Page, lesson: string, subject: Subject): LessonState | Refused => {
  const found = lessonOf(page, lesson, subject);
  if ('accepted' in found || found.status === 'conducted') return found;
  return refuse('LESSON_NOT_CONDUCTED', subject, { date: found.date });
};

/** Whether the student was on the page and at the college on the day: newcomers and leavers (T-33). */
export function* presentOn(
  page: Page,
  student: string,
  day: PlainDate,
  subject: Subject,
): Deciding<true | Refused> {
  if (!staysOn(page.roster.get(student) ?? [], day)) return refuse('NOT_ON_ROSTER', subject, { day });
  const state = yield* read(students, student);
  return absenceFromStudies(state, day, subject) ?? true;
}

/** What is about to be entered on a page. */
export interface PageEntry {
  readonly covers: Grant['covers'];
  readonly lesson: string | null;
  /** The day it is about; `null` where it is about none, such as the correction of a result. */
  readonly day: PlainDate | null;
  /** The last day as it was given, and the rule that gave it (T-48). */
  readonly until: PlainDate;
  readonly given: Rule;
  /** The entry deadline where the regulation has one: later is flagged as late. */
  readonly due: Due | null;
}

/**
 * The rule that allows an entry today, or the no of a closed window. A temporary journal is brought over though the
 * window closed meanwhile (T-42); a sheet that locks its page closes it to the teacher, whatever window is open, until
 * an administrator grants an exception (T-22, D-01); an import brings history in and is not held to windows that lay in the past.
 */
export function* allowing(
  circumstances: Circumstances,
  page: Page,
  entry: PageEntry,
  subject: Subject,
): Deciding<RuleApplied | Refused> {
  const { actor, today, source } = circumstances;
  const { until, given, due } = entry;
  const backEntry = yield* backEntryOn(circumstances, entry.day, subject);
  if (isRefused(backEntry)) return backEntry;
  const inTime = backEntry !== null && today <= backEntry.until;
  const late = !inTime && due !== null && isLate(due.until, circumstances);
  if (source === 'import') return applying(given, { deadline: until, late, due });

  const asked = { ...entry, account: actor.account, today };
  if (page.sheet?.lock) {
    const grant = grantFor(page.grants, asked);
    if (grant) return applying(given, { deadline: grant.until, late, due, grant: grant.grant });
    return refuse('SHEET_COMPLETED', subject, { completedOn: page.sheet.completedOn }, page.sheet.lock, true);
  }
  const window = windowOf(until, page.grants, asked);
  if (window.open) return applying(given, { deadline: window.deadline, late, due, grant: window.grant });
  if (backEntry && inTime) return applying(backEntry.given, { deadline: backEntry.until, late, due });
  return refuse('EDIT_WINDOW_CLOSED', subject, { closedOn: window.closedOn }, given, true);
}
