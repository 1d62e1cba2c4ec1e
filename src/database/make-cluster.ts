import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from '../start-fault.ts';
import { binariesFor } from './binaries.ts';
import { initialise } from './cluster.ts';
import { lostPassword, unusableFolder } from './embedded-faults.ts';
import { findPlace, makePlace, type Place } from './placement.ts';
import { LOGINS, type Login, type RolePasswords } from './roles.ts';
import { secret, storedSecret } from './secrets.ts';

/** A cluster on disk, with what is needed to enter it. */
export interface MadeCluster {
  readonly place: Place;
  readonly superuserPassword: string;
  readonly passwords: RolePasswords;
  readonly notice: string | null;
}

/** The cluster of a data folder, made on first use. Throws `StartFault` when the folder cannot be used. */
export async function madeCluster(dataDir: string): Promise<MadeCluster> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    const place = (await findPlace(dataDir)) ?? (await makeCluster(dataDir));
    const superuserPassword = await storedSecret(dataDir, 'postgres-superuser');
    if (superuserPassword === null) throw lostPassword(dataDir);
    const passwords = await rolePasswords(dataDir);
    return { place, superuserPassword, passwords, notice: await noticeAbout(place, dataDir) };
  } catch (error) {
    throw error instanceof StartFault ? error : unusableFolder(dataDir, error);
  }
}

async function makeCluster(dataDir: string): Promise<Place> {
  const password = await secret(dataDir, 'postgres-superuser');
  await makePlace(dataDir, async (place) => {
    await initialise({ ...place, binaries: await binariesFor(place.user) }, password);
  });
  const place = await findPlace(dataDir);
  if (place) return place;
  throw new StartFault(`The database in ${dataDir} vanished while it was made: start again.`);
}

/** One secret for each role: `postgres-app`, `postgres-reader`, …; whoever has one has no other. */
async function rolePasswords(dataDir: string): Promise<RolePasswords> {
  const made = Object.keys(LOGINS).map(async (login) => [login, await secret(dataDir, `postgres-${login}`)]);
  return Object.fromEntries(await Promise.all(made)) as Record<Login, string>;
}

/** Said only when the data are not where the operator looks for them. */
async function noticeAbout({ folder }: Place, dataDir: string): Promise<string | null> {
  const entry = join(dataDir, 'postgres');
  if (!(await lstat(entry)).isSymbolicLink()) return null;
  return `The database lies in ${folder}, because its own user cannot reach ${dataDir}; ${entry} is a link to it.`;
}
