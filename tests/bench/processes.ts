import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `/proc` counts in hundredths of a second on every Linux there is. */
const TICK_MS = 10;

const KILOBYTES = 1_024;

/** A file of `/proc/<pid>`; empty for a process that is gone. */
const procOf = (pid: number | string, file: string): string => {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/** The fields of `/proc/<pid>/stat` that follow the name. */
const statOf = (pid: number | string): readonly string[] =>
  procOf(pid, 'stat')
    .replace(/^.*\) /su, '')
    .split(' ');

const [PARENT, USER, SYSTEM, ENDED_USER, ENDED_SYSTEM] = [1, 11, 12, 13, 14] as const;

const sum = (fields: readonly string[], ...which: readonly number[]): number =>
  which.reduce((total, field) => total + Number(fields[field] ?? 0), 0);

const processes = (): readonly string[] => readdirSync('/proc').filter((name) => /^\d+$/u.test(name));

/** The words a process was started with. */
export const commandOf = (pid: number): string => procOf(pid, 'cmdline').replaceAll('\0', ' ');

/** The processes that a process has started, and those that they have. */
export const descendantsOf = (pid: number): readonly number[] => {
  const children = processes().filter((one) => statOf(one)[PARENT] === String(pid));
  return children.flatMap((child) => [Number(child), ...descendantsOf(Number(child))]);
};

/** Resident memory in MB of 2²⁰ bytes; `Pss` counts what processes share once in all. */
export const megabytesOf = (measure: 'Rss' | 'Pss', pid: number): number => {
  const found = new RegExp(`^${measure}:\\s+(\\d+) kB$`, 'mu').exec(procOf(pid, 'smaps_rollup'));
  return Number(found?.[1] ?? NaN) / KILOBYTES;
};

/** The first process of the server that runs on a data folder. */
export const postmasterOf = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n', 1)[0]);

/** The processes of a running PostgreSQL server, as the machine sees them. */
export interface ServerProcesses {
  /** Processor time used so far by all of them, those that have ended included, in milliseconds. */
  readonly cpu: () => number;
}

/** The server that one of its backends belongs to. */
export const serverProcesses = (backend: number): ServerProcesses => {
  const postmaster = statOf(backend)[PARENT] ?? '';
  return {
    cpu: () => {
      const children = processes()
        .map(statOf)
        .filter((fields) => fields[PARENT] === postmaster);
      const ticks = children.reduce((total, fields) => total + sum(fields, USER, SYSTEM), 0);
      return (ticks + sum(statOf(postmaster), USER, SYSTEM, ENDED_USER, ENDED_SYSTEM)) * TICK_MS;
    },
  };
};
