import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../database/error-code.ts';
import { StartFault } from '../start-fault.ts';
import { newKeyBytes } from './data-key.ts';
import { kek, type Kek } from './wrap.ts';

/** The key encryption keys of a file, oldest first; new keys are wrapped under the last one. */
export type Keks = readonly [Kek, ...Kek[]];

const LINE = /^([A-Za-z0-9-]{1,60}) ([\w-]{43})$/;
const NOT_THE_OWNERS = 0o077;

/** The keys of the file, or `null` where there is none. Throws `StartFault` when others may read it, or it is no such file. */
export const readKeks = async (file: string): Promise<Keks | null> => {
  const text = await ownersText(file);
  if (text === null) return null;
  const keks = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Kek => {
      const [, id, secret] = LINE.exec(line.trim()) ?? [];
      if (!id || !secret) throw new StartFault(`The file ${file} holds something that is no key.`);
      return kek(id, Buffer.from(secret, 'base64url'));
    });
  const [first, ...others] = keks;
  if (!first) throw new StartFault(`The file ${file} holds no key.`);
  if (new Set(keks.map(({ id }) => id)).size < keks.length)
    throw new StartFault(`The file ${file} holds two keys of one name.`);
  return [first, ...others];
};

const ownersText = async (file: string): Promise<string | null> => {
  try {
    const { mode } = await stat(file);
    if ((mode & NOT_THE_OWNERS) !== 0)
      throw new StartFault(
        `The file ${file} holds keys and may be read by its owner alone: run chmod 600 ${file}.`,
      );
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    if (error instanceof StartFault) throw error;
    throw new StartFault(`The file ${file} cannot be read (${String(errorCode(error))}).`, { cause: error });
  }
};

/** A new key, under a fresh name that begins as told: `demo` where a laptop made it by itself. */
export const newKek = (begins: 'demo' | 'kek'): Kek =>
  kek(`${begins}-${randomBytes(6).toString('hex')}`, newKeyBytes());

const textOf = (keks: readonly Kek[]): string =>
  keks.map(({ id, secret }) => `${id} ${secret.export().toString('base64url')}\n`).join('');

/** Writes a draft beside the file and has it on disk before anything is wrapped under it. */
const draftOf = async (file: string, keks: readonly Kek[]): Promise<string> => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(textOf(keks));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
};

const onDisk = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes the file where it is missing; of processes that try at once one wins, and the others read what it made. */
export const makeKekFile = async (file: string, begins: 'demo' | 'kek'): Promise<Keks> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = await draftOf(file, [newKek(begins)]);
  try {
    await link(draft, file).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft);
  }
  await onDisk(dirname(file));
  const made = await readKeks(file);
  if (!made) throw new StartFault(`The file ${file} vanished while it was made: start again.`);
  return made;
};

/** Replaces the keys of the file, all at once. Throws `StartFault` where the file may not be written. */
export const writeKeks = async (file: string, keks: Keks): Promise<void> => {
  try {
    const draft = await draftOf(file, keks);
    await rename(draft, file);
    await onDisk(dirname(file));
  } catch (error) {
    throw new StartFault(
      `The file ${file} cannot be written (${String(errorCode(error))}): run this as the user who owns it.`,
      { cause: error },
    );
  }
};
