import { createHash } from 'node:crypto';
import { chown, lstat, mkdtemp, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartFault } from '../start-fault.ts';
import { errorCode } from './error-code.ts';
import { ordinaryUser, runAs, type OsUser } from './os-user.ts';
import { makeReachableFolder, REACHABLE_FOLDER } from './reachable-folder.ts';

/** Another process was faster: `ENOTDIR` where it put a link. */
const TAKEN: readonly unknown[] = ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'];

/** Where the cluster of a data folder lies, and the user it belongs to. */
export interface Place {
  readonly folder: string;
  readonly user: OsUser | null;
}

/** The cluster made earlier for this data folder, or `null`. Throws when it cannot be used any more. */
export async function findPlace(dataDir: string): Promise<Place | null> {
  const entry = join(dataDir, 'postgres');
  if (!(await lstat(entry).catch(() => null))) return null;

  const folder = await realpath(entry).catch(() => {
    throw new StartFault(
      `The database behind the link ${entry} is gone: put it back, or remove ${dataDir} to begin anew.`,
    );
  });
  const { uid, gid } = await stat(folder);
  const self = process.getuid?.() ?? uid;
  if (self !== 0 && self !== uid) {
    throw new StartFault(
      `The database in ${folder} belongs to another user (uid ${String(uid)}): start as that user or as root, or set another DATA_DIR.`,
    );
  }
  if (self !== 0) return { folder, user: null };

  const place = { folder, user: { uid, gid } };
  if (await reaches(place.user, folder)) return place;
  throw new StartFault(
    `The user who runs the database (uid ${String(uid)}) cannot reach ${folder}: open its parent folders to that user (chmod o+x), or set another DATA_DIR.`,
  );
}

/**
 * Finds a place that the server's user can reach, fills it by `fill`, and makes it the data folder's cluster:
 * whole or not at all, and never in place of one that another process made meanwhile.
 */
export async function makePlace(dataDir: string, fill: (place: Place) => Promise<void>): Promise<void> {
  const user = await ordinaryUser();
  const draft = await mkdtemp(join(dataDir, 'postgres.'));
  try {
    if (await offer(draft, user)) {
      await fill({ folder: draft, user });
      await rename(draft, join(dataDir, 'postgres')).catch(unlessTaken);
    } else {
      await makeElsewhere(dataDir, user, fill);
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function makeElsewhere(
  dataDir: string,
  user: OsUser | null,
  fill: (place: Place) => Promise<void>,
): Promise<void> {
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  await makeReachableFolder();
  const folder = await mkdtemp(join(REACHABLE_FOLDER, `${mark}-`));
  try {
    if (!(await offer(folder, user))) {
      throw new StartFault(
        `PostgreSQL does not run as root, and no other user can reach ${dirname(folder)}: start as an ordinary user, or set DATABASE_URL to use a server of your own.`,
      );
    }
    await fill({ folder, user });
    await symlink(folder, join(dataDir, 'postgres'));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    unlessTaken(error);
  }
}

/** Hands a folder to the user and says whether that user can really write in it. */
async function offer(folder: string, user: OsUser | null): Promise<boolean> {
  if (user) await chown(folder, user.uid, user.gid);
  return reaches(user, folder);
}

/** Tried as that user: modes alone do not tell. */
async function reaches(user: OsUser | null, folder: string): Promise<boolean> {
  return runAs(user, 'test', ['-w', folder, '-a', '-x', folder]).then(
    () => true,
    () => false,
  );
}

function unlessTaken(error: unknown): void {
  if (!TAKEN.includes(errorCode(error))) throw error;
}
