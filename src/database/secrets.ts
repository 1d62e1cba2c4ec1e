import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';

/** A password kept in `<dataDir>/secrets`, made of 24 random bytes when it is first asked for; mode 0600. */
export async function secret(dataDir: string, name: string): Promise<string> {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  const found = await storedSecret(dataDir, name);
  if (found !== null) return found;

  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    // A link appears whole or not at all, and never replaces what another process made first.
    await link(draft, file).catch(unless('EEXIST'));
  } finally {
    await rm(draft);
  }
  return readFile(file, 'utf8');
}

/** The password kept under this name, or `null`. */
export async function storedSecret(dataDir: string, name: string): Promise<string | null> {
  return readFile(join(dataDir, 'secrets', name), 'utf8').catch(unless('ENOENT'));
}

const unless =
  (code: string) =>
  (error: unknown): null => {
    if (errorCode(error) === code) return null;
    throw error;
  };
