import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkpointText } from '../checkpoint.ts';
import { writeDurably } from '../durable-file.ts';
import { LedgerFault } from '../fault.ts';
import { Frontier, type KeptFrontier } from '../frontier.ts';
import { parseNote } from '../note.ts';

/** What a signer remembers of the last checkpoint it signed: outside PostgreSQL, and never thrown away. */
export interface KeptState {
  /** The college's id; its number in the database; its log's origin. */
  readonly college: string;
  readonly no: number;
  readonly origin: string;
  readonly frontier: KeptFrontier;
  /** The signed note, word for word. */
  readonly note: string;
}

const FILE = 'state.json';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Reads a state and holds it to itself: the note has to be of the frontier's root. Throws `LedgerFault`. */
const parseState = (text: string): KeptState => {
  let read: Partial<KeptState>;
  try {
    read = JSON.parse(text) as Partial<KeptState>;
  } catch {
    throw new LedgerFault('The state of the signer is no JSON.');
  }
  const { college, no, origin, frontier, note } = read;
  const isNumbered = typeof no === 'number' && Number.isSafeInteger(no);
  if (!isNumbered || !isText(college) || !isText(origin) || !isText(note) || frontier === undefined)
    throw new LedgerFault('The state of the signer is incomplete.');
  if (!Array.isArray(frontier.hashes) || !frontier.hashes.every(isText))
    throw new LedgerFault('The state of the signer is incomplete.');
  const { size, root } = { size: frontier.size, root: Frontier.from(frontier).root() };
  if (parseNote(note).text !== checkpointText({ origin, size, root }))
    throw new LedgerFault('The note in the state of the signer is not of its tree.');
  return { college, no, origin, frontier, note };
};

/** The state kept in a college's folder, or `null` where there is none. Throws `LedgerFault` when it is damaged. */
export const readState = async (folder: string): Promise<KeptState | null> => {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : parseState(text);
};

/** Keeps a state; it is on the disk when this resolves. */
export const writeState = (folder: string, state: KeptState): Promise<void> =>
  writeDurably(join(folder, FILE), `${JSON.stringify(state, null, 2)}\n`);
