import type { Pool } from 'pg';

/** Without these, what was acknowledged can be gone after a power cut. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** One sentence for each setting under which the server could lose what it acknowledged. */
export const settingDeviations = async (pool: Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting = 'off' ORDER BY name`,
    [DURABLE],
  );
  return rows.map(
    ({ name }) => `PostgreSQL runs with ${name} = off: switch it on, or acknowledged entries can be lost.`,
  );
};
