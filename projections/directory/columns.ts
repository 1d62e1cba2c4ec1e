/** The columns of a student, `s` being their table. */
export const STUDENT = [
  's.student',
  's.familyName',
  's.givenName',
  's.patronymic',
  's.group',
  's.enrolledFrom',
  's.enrolledUntil',
  's.formOfStudy',
  's.individualCurriculum',
] as const;
