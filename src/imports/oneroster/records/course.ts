import { mention, text } from '../cell.ts';
import { list, optional, required } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** What is taught; classes are when and to whom. */
export const courses = defineKind(
  'courses',
  {
    title: required(text),
    courseCode: optional(text),
    orgSourcedId: optional(mention('orgs')),
    schoolYearSourcedId: optional(mention('academicSessions')),
    subjects: list(text),
  },
  ['grades', 'subjectCodes'],
);

/** A good row of `courses.csv`. */
export type Course = RecordOf<typeof courses>;
