import type { Course, DatedMark } from '../../src/forecast/facts.ts';
import { readBundle } from '../../src/imports/oneroster/bundle.ts';
import { openSource } from '../../src/imports/oneroster/source.ts';

/** A course of the Open University's bundle, with its year and its days. */
export interface OpenUniversityCourse extends Course {
  /** The calendar year in which it began. */
  readonly year: string;
  /** The day on which a share of it had passed. */
  dayAt(share: number): string;
}

const HUNDRED = 100;

const dayBetween = (from: string, until: string, share: number): string => {
  const start = Temporal.PlainDate.from(from);
  const { days } = start.until(until, { largestUnit: 'days' });
  return start.add({ days: Math.floor(days * share) }).toString();
};

/** Reads the courses with every dated score; a course unit is the module that is taught again each year. */
export const openUniversity = async (folder: string): Promise<readonly OpenUniversityCourse[]> => {
  const source = await openSource(folder);
  const bundle = await readBundle(source);
  const marks = new Map<string, Map<string, DatedMark[]>>();
  for await (const {
    lineItemSourcedId: work,
    studentSourcedId: student,
    score,
    scoreDate,
  } of bundle.results()) {
    const course = bundle.lineItems.get(work)?.classSourcedId;
    if (course === undefined || score === undefined) continue;
    const ofCourse = marks.getOrInsertComputed(course, () => new Map<string, DatedMark[]>());
    ofCourse.getOrInsertComputed(student, () => []).push({ date: scoreDate, work, worth: score / HUNDRED });
  }
  await source.close();
  const days = Map.groupBy(bundle.lineItems.values(), ({ classSourcedId }) => classSourcedId);
  return [...bundle.classes.values()].flatMap(({ sourcedId, courseSourcedId, termSourcedIds }) => {
    const term = bundle.academicSessions.get(termSourcedIds[0] ?? '');
    if (!term) return [];
    return [
      {
        courseUnit: courseSourcedId,
        marks: marks.get(sourcedId) ?? new Map<string, DatedMark[]>(),
        days: (days.get(sourcedId) ?? []).flatMap(({ dueDate }) => dueDate ?? []),
        year: term.startDate.slice(0, 4),
        dayAt: (share: number) => dayBetween(term.startDate, term.endDate, share),
      },
    ];
  });
};
