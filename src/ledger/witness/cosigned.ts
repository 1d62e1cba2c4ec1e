import { hash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { syncFolder, writeDurably } from '../durable-file.ts';
import { LedgerFault } from '../fault.ts';
import { parseNote, verifiedBy, type Verifier } from '../note.ts';

/** The last checkpoint of a log that a witness cosigned, with its own line under it. */
export interface Cosigned {
  readonly checkpoint: Checkpoint;
  readonly note: string;
}

const FILE = 'checkpoint';

const HEX = /^[0-9a-f]{64}$/u;

/** The name under which a log is kept and served: the SHA-256 of its origin, in hex. */
export const nameOf = (origin: string): string => hash('sha256', origin);

/** The folder of one log, made when it is missing. */
export const logFolder = async (folder: string, origin: string): Promise<string> => {
  const own = join(folder, nameOf(origin));
  if ((await mkdir(own, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(folder);
  return own;
};

/** Keeps a cosigned checkpoint; it is on the disk when this resolves. */
export const keepCosigned = async (folder: string, { checkpoint, note }: Cosigned): Promise<void> =>
  writeDurably(join(await logFolder(folder, checkpoint.origin), FILE), note);

/** The logs that a folder keeps something of, by name. */
export const keptLogs = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => HEX.test(name));
};

/** The checkpoint kept under a name, `null` for none. Throws `LedgerFault` where it is not one that this witness cosigned. */
export const readCosigned = async (folder: string, name: string, own: Verifier): Promise<Cosigned | null> => {
  const note = await readFile(join(folder, name, FILE), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (note === null) return null;
  const parsed = parseNote(note);
  verifiedBy(parsed, [own]);
  const checkpoint = parseCheckpoint(parsed.text);
  if (nameOf(checkpoint.origin) !== name)
    throw new LedgerFault(`The checkpoint in ${join(folder, name)} is of another log.`);
  return { checkpoint, note };
};
