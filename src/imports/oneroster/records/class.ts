import { mention, openOneOf, reference, text } from '../cell.ts';
import { list, optional, required } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** A course taught to certain people in certain terms: the nearest there is to a journal's page. */
export const classes = defineKind(
  'classes',
  {
    title: required(text),
    courseSourcedId: required(reference('courses')),
    classCode: optional(text),
    classType: optional(openOneOf('homeroom', 'scheduled')),
    grades: list(text),
    location: optional(text),
    schoolSourcedId: optional(mention('orgs')),
    termSourcedIds: list(mention('academicSessions')),
  },
  ['subjects', 'subjectCodes', 'periods'],
);

/** A good row of `classes.csv`. */
export type Class = RecordOf<typeof classes>;
