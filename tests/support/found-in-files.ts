import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Every ordinary file below some folders; a link is followed once, and a file that goes meanwhile is none. */
async function* filesBelow(folder: string): AsyncIterable<string> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isSymbolicLink()) yield* filesBelow(await readlink(path));
    else if (entry.isFile()) yield path;
  }
}

/** The files in which a text stands byte for byte, as it would on a stolen disk. */
export const foundInFiles = async (folder: string, text: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const path of filesBelow(folder)) {
    const isThere = await stat(path).then(
      ({ size }) => size > 0,
      () => false,
    );
    if (isThere && (await readFile(path).catch(() => Buffer.alloc(0))).includes(text)) found.push(path);
  }
  return found;
};
