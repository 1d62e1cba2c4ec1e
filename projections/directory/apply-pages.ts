import type { Handlers } from '../projection.ts';
import type { Page, PageStudent, Substitution, TeachingLoad } from './table-groups.ts';

/** The pages of the journal that were opened. */
export const pageHandlers: Handlers<Page> = {
  JournalOpened: ({ data }) => [{ key: [data.journal], next: () => data }],
};

/** The students who ever stood on a page: a teacher knows them by name. */
export const pageStudentHandlers: Handlers<PageStudent> = {
  RosterExtended: ({ data: { journal, students } }) =>
    students.map((student) => ({ key: [journal, student], next: () => ({ journal, student }) })),
};

/** The pages in a teacher's load. */
export const loadHandlers: Handlers<TeachingLoad> = {
  JournalTeacherAssigned: ({ data: { journal, account, from } }) => [
    { key: [journal, account], next: () => ({ journal, account, from }) },
  ],
  JournalTeacherReleased: ({ data: { journal, account } }) => [
    { key: [journal, account], next: () => undefined },
  ],
};

/** Who stands in at a lesson; the last one named, and nobody at a lesson that was cancelled (T-30). */
export const substitutionHandlers: Handlers<Substitution> = {
  SubstituteAssigned: ({ data }) => [{ key: [data.lesson], next: () => data }],
  LessonCancelled: ({ data }) => [{ key: [data.lesson], next: () => undefined }],
};
