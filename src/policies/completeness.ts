import { percentText } from './ratio.ts';

/** What a page must have: records of lessons, attendance taken, a mark for every student, results of attestation. */
type Part = 'lessonRecords' | 'attendance' | 'studentsWithMarks' | 'results';

/** One part of a page: how much of what is due is there. */
export interface CompletenessPart {
  readonly part: Part;
  readonly done: number;
  readonly due: number;
  /** Per cent, one place; `null` where nothing is due. */
  readonly percent: string | null;
}

/** What was counted on a page; lessons are those of days that are over. */
export interface PageCounts {
  readonly lessonsDue: number;
  readonly lessonsRecorded: number;
  /** Lessons held whose attendance was taken, or needs no taking: it rests on the results of tasks. */
  readonly lessonsAttended: number;
  /** Who is to be attested on the page. */
  readonly students: number;
  readonly studentsWithoutMarks: number;
  readonly resultsMissing: number;
  /** Whether the attestation period is over: before that no result is missing. */
  readonly periodOver: boolean;
}

/** How complete a page is. */
export interface Completeness {
  readonly parts: readonly CompletenessPart[];
  /** Everything that is there of everything that is due, each lesson and each student counting once in each part. */
  readonly percent: string | null;
  readonly complete: boolean;
}

const part = (name: CompletenessPart['part'], done: number, due: number): CompletenessPart => ({
  part: name,
  done,
  due,
  percent: percentText(done, due),
});

/** Weighs a page: marks are due once a lesson was held, results once the period is over, lessons once their day is. */
export const completenessOf = (counts: PageCounts): Completeness => {
  const { lessonsDue, lessonsRecorded, lessonsAttended, students, periodOver } = counts;
  const marked = lessonsRecorded > 0 ? students : 0;
  const attested = periodOver ? students : 0;
  const parts = [
    part('lessonRecords', lessonsRecorded, lessonsDue),
    part('attendance', lessonsAttended, lessonsDue),
    part('studentsWithMarks', Math.max(0, marked - counts.studentsWithoutMarks), marked),
    part('results', Math.max(0, attested - counts.resultsMissing), attested),
  ];
  const done = parts.reduce((sum, each) => sum + each.done, 0);
  const due = parts.reduce((sum, each) => sum + each.due, 0);
  return { parts, percent: percentText(done, due), complete: done === due };
};
