import type { Pool } from 'pg';

/** Which of some sessions still hold, in one query; looking does not move their idle time on. */
export const heldSessions = async (
  pool: Pool,
  ids: readonly string[],
  now: string,
): Promise<ReadonlySet<string>> => {
  const { rows } = await pool.query<{ id: string }>({
    name: 'identity.held_sessions',
    text: `SELECT id FROM identity.session
           WHERE id = ANY ($1) AND signed_out_at IS NULL AND idle_until > $2 AND ends_at > $2`,
    values: [ids, now],
  });
  return new Set(rows.map(({ id }) => id));
};
