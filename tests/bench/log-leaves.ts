import type { Pool } from 'pg';

/** Makes the leaves of a college's log up to a position. */
export const leavesFor = async (admin: Pool, no: number, position: number): Promise<void> => {
  const { rows } = await admin.query<{ leaf: number }>('SELECT leaf FROM log.college WHERE no = $1', [no]);
  const span = rows[0]?.leaf ?? position;
  for (let leaf = 1; (leaf - 1) * span < position; leaf += 1)
    await admin.query('SELECT log.make_leaf($1, $2)', [no, leaf]);
};
