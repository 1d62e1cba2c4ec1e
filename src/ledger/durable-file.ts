import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Waits until the names in a folder are on the disk: a new or renamed file is there after a power cut only then. */
export const syncFolder = async (folder: string): Promise<void> => {
  // Windows gives no handle of a folder, and keeps its names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Replaces a file: whoever looks sees the old content or the new one whole, also after a power cut. */
export const writeDurably = async (
  file: string,
  content: string | Uint8Array,
  mode = 0o600,
): Promise<void> => {
  const draft = `${file}.draft`;
  const handle = await open(draft, 'w', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncFolder(dirname(file));
};
