import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID, type KeyObject } from 'node:crypto';
import type { Keyring } from '../keys/keyring.ts';
import { readSealed, writeSealed, type Written } from './sealed-file.ts';

/** A file in the folder of exports: whose, and of which content; a part is one that is still being written. */
export interface ExportFile {
  readonly college: string;
  readonly export: string;
  /** `null`: a part. */
  readonly sha256: string | null;
  readonly path: string;
  /** When it was last written to, in milliseconds. */
  readonly touched: number;
}

const NAME = /^(?<id>[\da-f-]{36})\.(?:(?<sha256>[\da-f]{64})|[\da-f-]{36}\.part)$/u;

/** One key for each export: with it goes the file, wherever a copy of it may lie. */
const keyOf = (id: string): string => `${id}/export/1`;

/** The files of exports, each sealed under a key that lies with the other keys, and not beside it. */
export const exportFiles = (folder: string, keyring: Keyring) => {
  const key = async (college: string, id: string, make: boolean): Promise<KeyObject | null> => {
    const name = keyOf(id);
    const kept = (await (make ? keyring.obtain(college, [name]) : keyring.find(college, [name]))).get(name);
    return kept === undefined || kept === 'destroyed' ? null : kept.secret;
  };
  return {
    /** Writes a file whole: it gets its name, which is its content's, once the disk has all of it. */
    async write(college: string, id: string, source: AsyncIterable<string>): Promise<Written> {
      const secret = await key(college, id, true);
      if (!secret) throw new Error('The key of the export was destroyed.');
      const place = join(folder, college);
      await mkdir(place, { recursive: true, mode: 0o700 });
      const part = join(place, `${id}.${randomUUID()}.part`);
      try {
        const written = await writeSealed(part, secret, id, source);
        await rename(part, join(place, `${id}.${written.sha256}`));
        return written;
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },

    /** The plain bytes of a file; `null` where it, or its key, is gone. */
    async read(college: string, id: string, sha256: string): Promise<AsyncIterable<Buffer> | null> {
      const path = join(folder, college, `${id}.${sha256}`);
      const [secret, there] = await Promise.all([key(college, id, false), stat(path).catch(() => null)]);
      return secret && there ? readSealed(path, secret, id) : null;
    },

    /** Every file there is. */
    async all(): Promise<readonly ExportFile[]> {
      const colleges = await readdir(folder).catch(() => []);
      const found = await Promise.all(
        colleges.map(async (college) => {
          const names = await readdir(join(folder, college)).catch(() => []);
          return await Promise.all(
            names.map(async (name): Promise<readonly ExportFile[]> => {
              const { id, sha256 = null } = NAME.exec(name)?.groups ?? {};
              const path = join(folder, college, name);
              const there = await stat(path).catch(() => null);
              return id && there ? [{ college, export: id, sha256, path, touched: there.mtimeMs }] : [];
            }),
          );
        }),
      );
      return found.flat(2);
    },

    /** Takes a file away. */
    async remove({ path }: Pick<ExportFile, 'path'>): Promise<void> {
      await rm(path, { force: true });
    },

    /** Destroys the key of an export: whatever copy of its file there is does not open any more. */
    async forget(college: string, id: string): Promise<void> {
      await keyring.destroy(college, [keyOf(id)]);
    },
  };
};

/** The files of exports. */
export type ExportFiles = ReturnType<typeof exportFiles>;
