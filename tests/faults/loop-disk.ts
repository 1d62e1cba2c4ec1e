import { execFile } from 'node:child_process';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A disk of one test: a file with a file system in it, so that what was never flushed can be lost with it. */
export interface LoopDisk {
  /** Where it is mounted. */
  readonly path: string;
  /** Copies what has reached the disk, and mounts the copy: the machine after the power came back. */
  afterPowerLoss(path: string): Promise<LoopDisk>;
  remove(): Promise<void>;
}

/** Seconds after which the file system would write by itself: longer than a test, so that only a flush counts. */
const COMMIT_SECONDS = 300;

const mounted = async (image: string, path: string): Promise<LoopDisk> => {
  await mkdir(path, { recursive: true });
  await execute('mount', ['-o', `loop,commit=${String(COMMIT_SECONDS)}`, image, path]);
  return {
    path,
    afterPowerLoss: async (elsewhere) => {
      await execute('cp', ['--sparse=always', image, `${image}.cut`]);
      return mounted(`${image}.cut`, elsewhere);
    },
    remove: async () => {
      await execute('umount', [path]);
      await rm(image);
    },
  };
};

/** Makes a disk of so many megabytes and mounts it. Only root can. */
export const loopDisk = async (image: string, path: string, megabytes: number): Promise<LoopDisk> => {
  await writeFile(image, '');
  await truncate(image, megabytes * 1_048_576);
  await execute('mkfs.ext4', ['-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image]);
  return mounted(image, path);
};

/** Whether this machine lets us make disks. */
export const canMakeDisks = async (folder: string): Promise<boolean> => {
  try {
    const disk = await loopDisk(`${folder}/probe.img`, `${folder}/probe`, 16);
    await disk.remove();
    return true;
  } catch {
    return false;
  }
};
