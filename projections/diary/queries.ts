import { partsShown } from '../../src/policies/learner-view.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Entry } from '../entry.ts';
import type { Reader } from '../reader.ts';
import type { LessonRow } from '../gradebook/rows.ts';

/** `null` where the regulation does not show it to learners. */
type Masked<Parts> = { readonly [Part in keyof Parts]: Parts[Part] | null };

/** One lesson in a student's diary: what was done and set, and what is entered for the student. */
export interface DiaryLesson
  extends
    Pick<
      LessonRow,
      | 'journal'
      | 'lesson'
      | 'date'
      | 'startsAt'
      | 'academicHours'
      | 'deliveryForm'
      | 'room'
      | 'status'
      | 'topic'
      | 'homework'
      | 'homeworkDueOn'
      | 'homeworkManner'
      | 'homeworkPages'
    >,
    Masked<Pick<Entry, 'marks' | 'attendance' | 'hoursMissed' | 'minutesLate' | 'classified'>> {
  readonly courseUnit: string;
}

const NO_HOMEWORK = { homework: null, homeworkDueOn: null, homeworkManner: null, homeworkPages: null };

/**
 * The lessons of a student's pages between two days, both included, by date and time, on the days the student was
 * on the page. Empty where the scope does not reach the student; learners are shown what their regulation shows,
 * from the first day it shows (R-ROLE-21).
 */
export const diary = async (
  reader: Reader,
  scope: Scope,
  student: string,
  from: string,
  until: string,
): Promise<readonly DiaryLesson[]> => {
  if (!scope.everything && !scope.students.has(student)) return [];
  const { since } = scope.learnerView;
  const shown = partsShown(scope.learnerView);
  const rows = await reader
    .selectFrom('gradebook_roster as r')
    .innerJoin('gradebook_page as p', (join) =>
      join.onRef('p.college', '=', 'r.college').onRef('p.journal', '=', 'r.journal'),
    )
    .innerJoin('gradebook_lesson as l', (join) =>
      join.onRef('l.college', '=', 'r.college').onRef('l.journal', '=', 'r.journal'),
    )
    .leftJoin('diary_entry as e', (join) =>
      join
        .onRef('e.college', '=', 'r.college')
        .onRef('e.student', '=', 'r.student')
        .onRef('e.lesson', '=', 'l.lesson'),
    )
    .select(['r.stays', 'p.courseUnit', 'l.journal', 'l.lesson', 'l.date', 'l.startsAt', 'l.academicHours'])
    .select(['l.deliveryForm', 'l.room', 'l.status', 'l.topic', 'l.homework', 'l.homeworkDueOn'])
    .select(['l.homeworkManner', 'l.homeworkPages'])
    .select(['e.marks', 'e.attendance', 'e.hoursMissed', 'e.minutesLate', 'e.classified'])
    .where('r.college', '=', scope.college)
    .where('r.student', '=', student)
    .where('l.date', '>=', since !== null && since > from ? since : from)
    .where('l.date', '<=', until)
    .orderBy('l.date')
    .orderBy('l.startsAt')
    .orderBy('l.lesson')
    .execute();
  return rows
    .filter(({ stays, date }) => stays.some((stay) => stay.from <= date && date <= (stay.until ?? date)))
    .map(({ stays: _, marks, attendance, hoursMissed, minutesLate, classified, ...lesson }) => ({
      ...lesson,
      ...(!shown.topic && { topic: null }),
      ...(!shown.homework && NO_HOMEWORK),
      marks: shown.marks ? (marks ?? []) : null,
      attendance: shown.attendance ? (attendance ?? 'none') : null,
      hoursMissed: shown.attendance ? (hoursMissed ?? 0) : null,
      minutesLate: shown.attendance ? minutesLate : null,
      classified: shown.attendance ? (classified ?? 'unclassified') : null,
    }));
};
