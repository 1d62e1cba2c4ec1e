import type { Pool } from 'pg';
import { LogFault, type CollegeLog } from '../log/event-log.ts';
import { createCluster, type Cluster } from '../log/kurrentdb/cluster.ts';

/** One end of a copy: a database, and the KurrentDB whose index it holds, where there is one. */
export interface End {
  /** Acts as the owner of the database's objects. */
  readonly pool: Pool;
  readonly cluster: Cluster | null;
  /** The connection string of the KurrentDB. */
  readonly url: string | null;
}

/** An end in a database, or in KurrentDB with its index in that database; the pool stays the caller's. */
export const endAt = (pool: Pool, url: string | null): End => ({
  pool,
  url,
  cluster: url === null ? null : createCluster(url),
});

/** Where a college stands in a database. */
export interface Standing extends CollegeLog {
  readonly no: number;
  readonly head: bigint;
  /** Where numbering has got to, where the database holds an index. */
  readonly numbered: { readonly commit: bigint; readonly prepare: bigint } | null;
}

const STANDING = `SELECT c.no, c.id, c.origin, c.clock, s.commit_position::text AS commit, s.prepare_position::text AS prepare,
    coalesce((SELECT k.last FROM log.command k WHERE k.college = c.no ORDER BY k.last DESC LIMIT 1), 0)::text AS head
  FROM log.college c LEFT JOIN log.source s ON s.college = c.no`;

interface Row extends CollegeLog {
  readonly no: number;
  readonly commit: string | null;
  readonly prepare: string | null;
  readonly head: string;
}

/** The colleges of a database, by origin. */
export const standings = async (pool: Pool): Promise<readonly Standing[]> => {
  const { rows } = await pool.query<Row>(`${STANDING} ORDER BY c.origin COLLATE "C"`);
  return rows.map(({ commit, prepare, head, ...college }) => ({
    ...college,
    head: BigInt(head),
    numbered:
      commit === null || prepare === null ? null : { commit: BigInt(commit), prepare: BigInt(prepare) },
  }));
};

/** Where a college stands. Throws `LogFault` where the database has none of this id. */
export const standingOf = async (pool: Pool, college: string): Promise<Standing> => {
  const found = (await standings(pool)).find(({ id }) => id === college);
  if (!found) throw new LogFault(`no log is open for college ${college}`);
  return found;
};

/** Whether two pools lead to one database: a lock of its own can be had there once. */
export const isSameDatabase = async (one: Pool, other: Pool): Promise<boolean> => {
  const client = await one.connect();
  const key = Math.floor(Math.random() * 2 ** 31);
  try {
    await client.query('SELECT pg_advisory_lock(7002, $1)', [key]);
    const { rows } = await other.query<{ free: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.classid = 7002 AND l.objid = $1) AS free`,
      [key],
    );
    return rows[0]?.free === false;
  } finally {
    await client.query('SELECT pg_advisory_unlock(7002, $1)', [key]);
    client.release();
  }
};
