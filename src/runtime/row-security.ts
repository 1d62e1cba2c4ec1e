import { PROJECTOR, READER } from '../database/roles.ts';
import { rowBounds, type StudentColumn } from '../database/row-bounds.ts';
import { inRead } from './table-ddl.ts';
import type { TableShape } from './table-shape.ts';

const studentColumn = ({ columns }: TableShape): StudentColumn => {
  const student = columns.find(({ name, type }) => name === '"student"' && type === 'uuid');
  if (!student) return 'none';
  return student.nullable ? 'sometimes' : 'always';
};

/**
 * Lets the reader into a filled table, row by row: only rows of the college that its session was bound to, and of
 * the students, where it was bound to some. The projector, who owns the table, keeps every row.
 */
export const admitReader = (shape: TableShape, name: string): string => {
  const table = inRead(name);
  return `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY keeps ON ${table} TO ${PROJECTOR} USING (true) WITH CHECK (true);
    CREATE POLICY reads ON ${table} FOR SELECT TO ${READER} USING (${rowBounds(studentColumn(shape))});
    GRANT SELECT ON ${table} TO ${READER}`;
};
