import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a file is made of: one text, or pieces that come one after another. */
export type Pieces = string | Uint8Array | AsyncIterable<string>;

/** Writes a new file, which must not be there, and gives the SHA-256 of its bytes, hex. */
export const writeDigested = async (path: string, pieces: Pieces): Promise<string> => {
  await mkdir(dirname(path), { recursive: true });
  const digest = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    const parts = typeof pieces === 'string' || pieces instanceof Uint8Array ? [pieces] : pieces;
    for await (const part of parts) {
      digest.update(part);
      await file.writeFile(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return digest.digest('hex');
};
