import { randomBytes } from 'node:crypto';
import { chown, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { runAs, type OsUser } from './os-user.ts';

/** A PostgreSQL cluster of our own: its programs, its data folder, and the user it runs as. */
export interface Cluster {
  readonly binaries: string;
  readonly folder: string;
  readonly user: OsUser | null;
}

/** No such file, no such process, or a process of another user, which is no server of ours. */
const GONE: readonly unknown[] = ['ENOENT', 'ESRCH', 'EPERM'];

/** The name of the cluster's superuser; only this process knows its password. */
export const SUPERUSER = 'postgres';

/** Creates the data folder: UTF-8, byte order for text, data checksums, passwords by scram-sha-256 only. */
export async function initialise(
  { binaries, folder, user }: Cluster,
  password: string,
  ...more: readonly string[]
): Promise<void> {
  const passwordFile = `${folder}.${randomBytes(8).toString('hex')}`;
  const file = await open(passwordFile, 'wx', 0o600);
  try {
    await file.writeFile(password);
    await file.close();
    if (user) await chown(passwordFile, user.uid, user.gid);
    await runAs(user, join(binaries, 'bin', 'initdb'), [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      ...more,
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server on a loopback port and waits until it accepts connections; it outlives this process. */
export async function start(
  { binaries, folder, user }: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const all = {
    ...settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
  const log = join(folder, 'server.log');
  await control({ binaries, folder, user }, 'start', '-w', '-t', '120', '-l', log, '-o', options.join(' '));
}

/** `fast` rolls back open transactions and writes everything down; `immediate` is for data nobody needs. */
export async function stop(cluster: Cluster, mode: 'fast' | 'immediate'): Promise<void> {
  await control(cluster, 'stop', '-w', '-t', '120', '-m', mode);
}

/** The port of the server that runs on this folder and accepts connections, or `null`. */
export async function runningPort(folder: string): Promise<number | null> {
  const lines = await lockFile(folder);
  return lines?.[7]?.trim() === 'ready' ? Number(lines[3]) : null;
}

/** True while a server that another process started is on its way up or down. */
export async function isChanging(folder: string): Promise<boolean> {
  const lines = await lockFile(folder);
  return lines !== null && lines[7]?.trim() !== 'ready';
}

/** The lines of `postmaster.pid`, or `null` when the process it names is gone. */
async function lockFile(folder: string): Promise<readonly string[] | null> {
  try {
    const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(lines[0]), 0);
    return lines;
  } catch (error) {
    if (GONE.includes(errorCode(error))) return null;
    throw error;
  }
}

async function control({ binaries, folder, user }: Cluster, ...args: readonly string[]): Promise<void> {
  await runAs(user, join(binaries, 'bin', 'pg_ctl'), ['-D', folder, '-s', ...args]);
}
