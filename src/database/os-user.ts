import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The user of the operating system that the server runs as; PostgreSQL refuses to run as root. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/** An ordinary user to run the server as when this process is root; `null` when it is ordinary itself. */
export async function ordinaryUser(): Promise<OsUser | null> {
  if (process.getuid?.() !== 0) return null;
  return (await lookUp('postgres')) ?? (await lookUp('nobody')) ?? { uid: 65534, gid: 65534 };
}

/** Runs a program as `user` (or as this process's own user) and gives its output; rejects when it fails. */
export async function runAs(user: OsUser | null, program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, args, {
    ...user,
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin' },
  });
  return stdout;
}

async function lookUp(name: string): Promise<OsUser | null> {
  try {
    const [uid, gid] = await Promise.all([runAs(null, 'id', ['-u', name]), runAs(null, 'id', ['-g', name])]);
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return null;
  }
}
