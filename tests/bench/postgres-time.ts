import { readdir, readFile } from 'node:fs/promises';
import { Pool } from 'pg';

/** Milliseconds of one tick of the kernel's clock for processes. */
const TICK_MS = 10;

interface Spent {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

const spentBy = async (pid: number): Promise<Spent | null> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name in brackets may hold anything; the fields after it are numbers, the state first.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (field: number): number => Number(fields[field - 3]);
  return { parent: at(4), own: (at(14) + at(15)) * TICK_MS, ended: (at(16) + at(17)) * TICK_MS };
};

/**
 * Tells how much processor time a PostgreSQL has used so far, all its processes and those that ended, in milliseconds
 * (Linux).
 */
export const postgresTime = async (adminUrl: string): Promise<() => Promise<number>> => {
  const pool = new Pool({ connectionString: adminUrl, max: 1 });
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const postmaster = (await spentBy(rows[0]?.pid ?? 0))?.parent ?? 0;
  await pool.end();
  return async () => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(Number);
    const spent = await Promise.all(pids.map(spentBy));
    const own = await spentBy(postmaster);
    const children = spent.filter((one) => one?.parent === postmaster);
    return children.reduce((sum, one) => sum + (one?.own ?? 0), (own?.own ?? 0) + (own?.ended ?? 0));
  };
};
