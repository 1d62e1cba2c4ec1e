import { mention, oneOf, text } from '../cell.ts';
import { date } from '../date.ts';
import { optional, required } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** A stretch of the school's calendar. The standard's `endDate` is the first day outside it; producers disagree. */
export const academicSessions = defineKind(
  'academicSessions',
  {
    title: required(text),
    type: required(oneOf('gradingPeriod', 'semester', 'schoolYear', 'term')),
    startDate: required(date),
    endDate: required(date),
    parentSourcedId: optional(mention('academicSessions')),
  },
  ['schoolYear'],
);

/** A good row of `academicSessions.csv`. */
export type AcademicSession = RecordOf<typeof academicSessions>;
