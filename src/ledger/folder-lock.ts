import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A folder that this process alone works in. */
export interface FolderLock {
  release(): void;
}

/** SQLite's answer when another process has the lock. */
const BUSY = 5;

const isBusy = (error: unknown): boolean =>
  Error.isError(error) && (error as Error & { readonly errcode?: number }).errcode === BUSY;

/**
 * Takes a folder for this process, making it when it is missing; `null` when another one has it. The lock is the operating
 * system's, on an empty SQLite file, so it ends with the process however that ends, and nothing stale is left.
 */
export const lockFolder = async (folder: string): Promise<FolderLock | null> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    file.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    release: () => {
      file.close();
    },
  };
};
