import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A client must be as new as the server. */
const LEAST = 18;

/** Writes a database to a file, and a file into an empty database, by PostgreSQL's own programs. */
export interface PostgresClients {
  dump(url: string, file: string): Promise<void>;
  restore(file: string, url: string): Promise<void>;
}

const versionOf = async (program: string): Promise<number> => {
  try {
    const { stdout } = await run(program, ['--version']);
    return Number(/(\d+)/.exec(stdout)?.[1] ?? 0);
  } catch {
    return 0;
  }
};

/** `pg_dump` and `pg_restore` of the search path; `null` where they are missing or older than the server. */
export const postgresClients = async (): Promise<PostgresClients | null> => {
  const versions = await Promise.all(['pg_dump', 'pg_restore'].map(versionOf));
  if (versions.some((version) => version < LEAST)) return null;
  return {
    dump: async (url, file) => {
      await run('pg_dump', ['--format=custom', `--file=${file}`, `--dbname=${url}`]);
    },
    restore: async (file, url) => {
      await run('pg_restore', ['--exit-on-error', `--dbname=${url}`, file]);
    },
  };
};
