import { PROJECTOR, READER } from '../database/roles.ts';
import { inRead } from './table-ddl.ts';
import type { TableShape } from './table-shape.ts';

/** Asked once in a query, not once for each row, and never an error: what was not set reaches nothing. */
const setting = (name: string, type: string): string =>
  `(SELECT nullif(current_setting('gradeledger.${name}', true), '')::${type})`;

const IS_EVERY_STUDENT = `(SELECT current_setting('gradeledger.students', true) = '*')`;

const OWN_STUDENTS = `(SELECT CASE current_setting('gradeledger.students', true)
  WHEN '*' THEN NULL ELSE nullif(current_setting('gradeledger.students', true), '') END::uuid[])::uuid[]`;

/** A row without a student is nobody's own. */
const ofStudent = ({ columns }: TableShape): string => {
  const student = columns.find(({ property, type }) => property === 'student' && type === 'uuid');
  if (!student) return '';
  const own = `${student.name} = ANY (${OWN_STUDENTS})`;
  return ` AND (${IS_EVERY_STUDENT} OR ${own}${student.nullable ? ` OR ${student.name} IS NULL` : ''})`;
};

/**
 * Lets the reader into a filled table, row by row: only rows of the college that its session was bound to, and of
 * the students, where it was bound to some. The projector, who owns the table, keeps every row.
 */
export const admitReader = (shape: TableShape, name: string): string => {
  const table = inRead(name);
  return `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY keeps ON ${table} TO ${PROJECTOR} USING (true) WITH CHECK (true);
    CREATE POLICY reads ON ${table} FOR SELECT TO ${READER}
      USING (college = ${setting('college', 'uuid')}${ofStudent(shape)});
    GRANT SELECT ON ${table} TO ${READER}`;
};
