import { escapeIdentifier } from 'pg';

/** What a session of the reader is told before it reads: its college, and `*` or the students that are its own. */
export const SETTINGS = { college: 'gradeledger.college', students: 'gradeledger.students' } as const;

/** Every student of the college. */
export const EVERY_STUDENT = '*';

/** Asked once in a query, not once for each row, and never an error: what was not set reaches nothing. */
const COLLEGE = `(SELECT nullif(current_setting('${SETTINGS.college}', true), '')::uuid)`;

const IS_EVERY_STUDENT = `(SELECT current_setting('${SETTINGS.students}', true) = '${EVERY_STUDENT}')`;

const OWN_STUDENTS = `(SELECT nullif(nullif(current_setting('${SETTINGS.students}', true), '${EVERY_STUDENT}'), '')::uuid[])::uuid[]`;

/** How a table ties its rows to students: not at all, always, or where there is one. */
export type StudentColumn = 'none' | 'always' | 'sometimes';

/** Which rows the reader has: of its college, and of its own students; a row without a student is nobody's own. */
export const rowBounds = (student: StudentColumn): string => {
  const college = `college = ${COLLEGE}`;
  if (student === 'none') return college;
  const own = `${IS_EVERY_STUDENT} OR ${escapeIdentifier('student')} = ANY (${OWN_STUDENTS})`;
  return `${college} AND (${own}${student === 'always' ? '' : ` OR ${escapeIdentifier('student')} IS NULL`})`;
};

/** A condition as PostgreSQL tells it and as it was written, brought to one form: only layout and casts of text differ. */
export const plain = (condition: string): string =>
  condition.toLowerCase().replaceAll(/as "nullif"|::text(?!\[)|[\s()"]/gu, '');
