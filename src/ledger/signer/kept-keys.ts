import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../durable-file.ts';
import { LedgerFault } from '../fault.ts';
import { vkeyOf } from '../key-text.ts';
import { makeSigningKey, parseSigningKey, type SigningKey } from '../signing-key.ts';

/** A key file of a college's log. Every key that lies there signs: a rotation is a second file, and a day later one less. */
export interface KeptKey {
  readonly file: string;
  readonly vkey: string;
  readonly key: SigningKey;
  /** Made by itself at a first start, where nobody vouched for the machine. */
  readonly isDemo: boolean;
  /** Others than its owner can read the file. */
  readonly isExposed: boolean;
}

const DEMO = 'demo-';

const foldersOf = (folder: string): string => join(folder, 'keys');

const names = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Others than its owner can read the file. */
const isExposed = (file: string): boolean =>
  process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;

/** The keys in a college's folder, by their files' names. Throws `LedgerFault` for a file that is no key of this log. */
export const readKeys = (folder: string, origin: string): readonly KeptKey[] =>
  names(foldersOf(folder))
    .filter((name) => name.endsWith('.key'))
    .toSorted()
    .map((name) => {
      const file = join(foldersOf(folder), name);
      const key = parseSigningKey(readFileSync(file, 'utf8'));
      if (key.name !== origin) throw new LedgerFault(`The key ${name} is of ${key.name}, not of ${origin}.`);
      return { file, vkey: vkeyOf(key), key, isDemo: name.startsWith(DEMO), isExposed: isExposed(file) };
    });

/** Makes a further key of a college's log, mode 0600; the next checkpoint is signed by it too. */
export const makeKey = async (folder: string, origin: string, use: 'demo' | 'real'): Promise<KeptKey> => {
  const text = makeSigningKey(origin, 'note');
  const key = parseSigningKey(text);
  const isDemo = use === 'demo';
  const file = join(foldersOf(folder), `${isDemo ? DEMO : ''}${key.keyId}.key`);
  await mkdir(foldersOf(folder), { recursive: true, mode: 0o700 });
  await writeDurably(file, text);
  await syncFolder(folder);
  return { file, vkey: vkeyOf(key), key, isDemo, isExposed: isExposed(file) };
};

/** Every signing key below a signer's folder, for a production that takes no demo keys and no readable secrets. */
export const signingKeys = (
  signerFolder: string,
): Promise<readonly Pick<KeptKey, 'file' | 'isDemo' | 'isExposed'>[]> =>
  Promise.try(() =>
    names(signerFolder)
      .map((college) => foldersOf(join(signerFolder, college)))
      .flatMap((folder) => names(folder).map((name) => ({ name, file: join(folder, name) })))
      .filter(({ name }) => name.endsWith('.key'))
      .map(({ name, file }) => ({ file, isDemo: name.startsWith(DEMO), isExposed: isExposed(file) })),
  );
