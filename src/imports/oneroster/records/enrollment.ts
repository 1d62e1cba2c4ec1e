import { flag, mention, openOneOf, reference } from '../cell.ts';
import { date } from '../date.ts';
import { optional, required, withDefault } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** A person takes part in a class, as a student or as a teacher. */
export const enrollments = defineKind(
  'enrollments',
  {
    classSourcedId: required(reference('classes')),
    userSourcedId: required(reference('users')),
    schoolSourcedId: optional(mention('orgs')),
    role: required(openOneOf('student', 'teacher', 'administrator', 'aide', 'proctor')),
    /** The main teacher of the class. */
    primary: withDefault(flag, false),
    beginDate: optional(date),
    endDate: optional(date),
  },
  [],
);

/** A good row of `enrollments.csv`. */
export type Enrollment = RecordOf<typeof enrollments>;
