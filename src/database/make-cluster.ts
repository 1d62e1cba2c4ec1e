import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from '../start-fault.ts';
import { binariesFor } from './binaries.ts';
import { initialise } from './cluster.ts';
import { lostPassword, unusableFolder } from './embedded-faults.ts';
import { findPlace, makePlace, type Place } from './placement.ts';
import { secret, storedSecret } from './secrets.ts';

/** A cluster on disk, with what is needed to enter it. */
export interface MadeCluster {
  readonly place: Place;
  readonly superuserPassword: string;
  readonly appPassword: string;
  readonly notice: string | null;
}

/** The cluster of a data folder, made on first use. Throws `StartFault` when the folder cannot be used. */
export async function madeCluster(dataDir: string): Promise<MadeCluster> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    const place = (await findPlace(dataDir)) ?? (await makeCluster(dataDir));
    const superuserPassword = await storedSecret(dataDir, 'postgres-superuser');
    if (superuserPassword === null) throw lostPassword(dataDir);
    const appPassword = await secret(dataDir, 'postgres-app');
    return { place, superuserPassword, appPassword, notice: await noticeAbout(place, dataDir) };
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

/** Said only when the data are not where the operator looks for them. */
async function noticeAbout({ folder }: Place, dataDir: string): Promise<string | null> {
  const entry = join(dataDir, 'postgres');
  if (!(await lstat(entry)).isSymbolicLink()) return null;
  return `The database lies in ${folder}, because its own user cannot reach ${dataDir}; ${entry} is a link to it.`;
}
