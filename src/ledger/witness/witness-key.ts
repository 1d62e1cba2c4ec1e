import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { LedgerFault } from '../fault.ts';
import { ALGORITHMS } from '../key-text.ts';
import { makeSigningKey, parseSigningKey, type SigningKey } from '../signing-key.ts';

const FILE = 'witness.key';

const stored = (folder: string): Promise<string | null> =>
  readFile(join(folder, FILE), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });

/**
 * The key that a witness cosigns with, mode 0600 in its own folder; made under `name` when there is none and the folder is
 * new. Throws `LedgerFault` when it is of another kind, lies open to others, or is gone while checkpoints are there.
 */
export const witnessKey = async (
  folder: string,
  name: string | null,
  isNew: boolean,
): Promise<SigningKey> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await stored(folder);
  if (found === null && !isNew) throw new LedgerFault(`The key of the witness is missing from ${folder}.`);
  if (found === null && name === null) throw new LedgerFault('A new witness needs a name for its key.');
  if (found === null) await writeDurably(join(folder, FILE), makeSigningKey(name ?? '', 'cosignature'));
  const key = parseSigningKey(found ?? (await readFile(join(folder, FILE), 'utf8')));
  if (key.algorithm !== ALGORITHMS.cosignature)
    throw new LedgerFault(`The key ${key.name} is not one that cosigns.`);
  if (process.platform !== 'win32' && ((await stat(join(folder, FILE))).mode & 0o077) !== 0)
    throw new LedgerFault(`The key file of the witness ${key.name} can be read by others: chmod 600 it.`);
  return key;
};
