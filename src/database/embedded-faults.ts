import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from '../start-fault.ts';
import { errorCode } from './error-code.ts';

/** Another process serves this data folder. */
export const alreadyServed = (dataDir: string): StartFault =>
  new StartFault(`Another GradeLedger server works on ${dataDir}: stop it first, or set another DATA_DIR.`);

/** The secrets were removed, the data were not. */
export const lostPassword = (dataDir: string): StartFault =>
  new StartFault(
    `The password of the database is missing: put ${join(dataDir, 'secrets', 'postgres-superuser')} back, or remove ${dataDir} to begin anew.`,
  );

/** The secrets belong to other data. */
export const wrongPassword = (dataDir: string): StartFault =>
  new StartFault(
    `The database refuses its password: put the right ${join(dataDir, 'secrets', 'postgres-superuser')} back, or remove ${dataDir} to begin anew.`,
  );

/** The data folder cannot be made, read or written. */
export const unusableFolder = (dataDir: string, error: unknown): StartFault =>
  new StartFault(
    `The data folder ${dataDir} cannot be used (${reason(error)}): set DATA_DIR to one that can.`,
    {
      cause: error,
    },
  );

/** The cluster does not start, or does not answer; its own log knows why. */
export async function brokenCluster(folder: string, error: unknown): Promise<StartFault> {
  const log = join(folder, 'server.log');
  const complaint = lastComplaint(await readFile(log, 'utf8').catch(() => ''));
  return new StartFault(
    `The database in ${folder} does not start (${complaint ?? reason(error)}): its log is ${log}.`,
    { cause: error },
  );
}

const lastComplaint = (log: string): string | undefined =>
  log
    .split('\n')
    .findLast((line) => /\b(FATAL|PANIC):/.test(line))
    ?.replace(/^.*?(FATAL|PANIC): +/, '');

/** What a failed program said last, or the failure's code. */
function reason(error: unknown): string {
  const failed = error as { readonly stderr?: string; readonly message?: string } | null;
  return failed?.stderr?.trim().split('\n')[0] ?? errorCode(error) ?? failed?.message ?? String(error);
}
