import type { Pool } from 'pg';

const NUMBER = 'SELECT no FROM log.college WHERE id = $1';

/** Tells the number of a college's log, `null` where none is open. It never changes, so it is asked for once. */
export const createNumbers = (pool: Pool): ((college: string) => Promise<number | null>) => {
  const known = new Map<string, number>();
  return async (college) => {
    const found = known.get(college);
    if (found !== undefined) return found;
    const query = { name: 'log.number', text: NUMBER, values: [college] };
    const no = (await pool.query<{ no: number }>(query)).rows[0]?.no ?? null;
    if (no !== null) known.set(college, no);
    return no;
  };
};
