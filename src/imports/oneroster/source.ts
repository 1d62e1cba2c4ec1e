import { stat } from 'node:fs/promises';
import { openFolder } from './folder.ts';
import { SourceUnreadable, type Source, type SourceLimits } from './byte-source.ts';
import { openZip } from './zip.ts';

const LIMITS: SourceLimits = { bytes: 2 * 1024 ** 3, files: 1000 };

/** Opens a folder or a `.zip`; throws `SourceUnreadable` when it is neither, or is unsafe to unpack. */
export async function openSource(path: string, limits: SourceLimits = LIMITS): Promise<Source> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new SourceUnreadable(path, 'does not exist or may not be read', cause);
  });
  if (found.isDirectory()) return openFolder(path);
  if (found.isFile()) return openZip(path, limits);
  throw new SourceUnreadable(path, 'is neither a folder nor a zip file');
}
