import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceUnreadable, type Source } from './byte-source.ts';

const CHUNK_BYTES = 256 * 1024;

async function* chunks(path: string): AsyncGenerator<Buffer> {
  try {
    const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    yield* stream;
  } catch (cause) {
    throw new SourceUnreadable(path, 'could not be read', cause);
  }
}

/** The files that lie directly in a folder; folders inside it are other bundles. */
export async function openFolder(path: string): Promise<Source> {
  const files = new Map<string, number>();
  try {
    for (const name of await readdir(path)) {
      const found = await stat(join(path, name));
      if (found.isFile() && !name.startsWith('.')) files.set(name, found.size);
    }
  } catch (cause) {
    throw new SourceUnreadable(path, 'could not be listed', cause);
  }
  return { files, read: (name) => chunks(join(path, name)), close: () => Promise.resolve() };
}
