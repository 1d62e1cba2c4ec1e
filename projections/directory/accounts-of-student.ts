import type { Reader } from '../reader.ts';

/** The accounts that were ever given to a student as their own. */
export const accountsOfStudent = async (
  reader: Reader,
  college: string,
  student: string,
): Promise<readonly string[]> => {
  const rows = await reader
    .selectFrom('role_grant as g')
    .where('g.college', '=', college)
    .where('g.role', '=', 'student')
    .where('g.student', '=', student)
    .select('g.account')
    .distinct()
    .orderBy('g.account')
    .execute();
  return rows.map(({ account }) => account);
};
