import { readdirSync, readFileSync } from 'node:fs';

/** The processes of a running PostgreSQL server, as the machine sees them. */
export interface ServerProcesses {
  /** Processor time used so far by all of them, those that have ended included, in milliseconds. */
  cpu(): number;
}

/** `/proc` counts in hundredths of a second on every Linux there is. */
const TICK_MS = 10;

/** The fields of `/proc/<pid>/stat` that follow the name; empty for a process that is gone. */
const statOf = (pid: number | string): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
  } catch {
    return [];
  }
};

const [PARENT, USER, SYSTEM, ENDED_USER, ENDED_SYSTEM] = [1, 11, 12, 13, 14] as const;

const sum = (fields: readonly string[], ...which: readonly number[]): number =>
  which.reduce((total, field) => total + Number(fields[field] ?? 0), 0);

/** The server that one of its backends belongs to; without `/proc` it counts nothing. */
export const serverProcesses = (backend: number): ServerProcesses => {
  const postmaster = statOf(backend)[PARENT] ?? '';
  return {
    cpu() {
      if (postmaster === '') return NaN;
      const children = readdirSync('/proc')
        .filter((name) => /^\d+$/u.test(name))
        .map(statOf)
        .filter((fields) => fields[PARENT] === postmaster);
      const ticks = children.reduce((total, fields) => total + sum(fields, USER, SYSTEM), 0);
      return (ticks + sum(statOf(postmaster), USER, SYSTEM, ENDED_USER, ENDED_SYSTEM)) * TICK_MS;
    },
  };
};
