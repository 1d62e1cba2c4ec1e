import { readdir, readFile } from 'node:fs/promises';
import type { Pool } from 'pg';

const partsOf = async (pid: string): Promise<readonly string[]> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** The process that the server's backends are children of. */
export const postmasterOf = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const [, parent = ''] = await partsOf(String(rows[0]?.pid));
  return parent;
};

/** Processor time that the threads of a process have used so far, in milliseconds (Linux). */
export const processTime = async (pid: string): Promise<number> => {
  let used = 0;
  for (const thread of await readdir(`/proc/${pid}/task`)) {
    // One may end meanwhile.
    const text = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
    used += Number(text.split(' ')[0]) / 1e6;
  }
  return used;
};

/** Processor time that the backends of clients have used so far, by process, in milliseconds (Linux). */
export const backendTimes = async (postmaster: string): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>();
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/u.test(pid)) continue;
    try {
      const [, parent] = await partsOf(pid);
      const title = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      // The server's own workers say no address.
      if (parent !== postmaster || !title.includes('127.0.0.1(')) continue;
      const [ran = '0'] = (await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ');
      found.set(pid, Number(ran) / 1e6);
    } catch {
      // It ended meanwhile.
    }
  }
  return found;
};

/** What this process and its backends used while something went on, in milliseconds. */
export const usedDuring = async (postmaster: string, act: () => Promise<void>): Promise<number> => {
  const backends = await backendTimes(postmaster);
  // To look at every process takes time of its own, which is not what was asked.
  const own = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(own);
  let used = (user + system) / 1e3;
  for (const [pid, ms] of await backendTimes(postmaster)) used += ms - (backends.get(pid) ?? ms);
  return used;
};
