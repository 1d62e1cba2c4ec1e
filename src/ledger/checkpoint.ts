import { fromBase64 } from './base64.ts';
import { LedgerFault } from './fault.ts';
import { HASH_BYTES, type Hash } from './leaf.ts';
import { parseNote, signNote, verifiedBy, type Note, type NoteSigner, type Verifier } from './note.ts';

/** What a log says of itself: as many events, under this root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The three lines of a checkpoint (C2SP tlog-checkpoint): origin, size, root. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Reads a checkpoint's text; lines after the third are passed over. Throws `LedgerFault`. */
export const parseCheckpoint = (text: string): Checkpoint => {
  const [origin = '', digits = '', base64 = '', ...more] = text.split('\n');
  if (more.pop() !== '' || more.includes('') || origin === '')
    throw new LedgerFault('A checkpoint has three lines that are not empty.');
  const size = Number(digits);
  if (!/^(0|[1-9]\d*)$/u.test(digits) || !Number.isSafeInteger(size))
    throw new LedgerFault('The size of a checkpoint is a whole number.');
  const root = fromBase64(base64);
  if (root.length !== HASH_BYTES) throw new LedgerFault('The root of a checkpoint has 32 bytes.');
  return { origin, size, root };
};

/** Signs a checkpoint; the note carries one line for each signer. */
export const signCheckpoint = (checkpoint: Checkpoint, signers: readonly NoteSigner[]): string =>
  signNote(checkpointText(checkpoint), signers);

/** A checkpoint of a signed note that the log's own key signed. Throws `LedgerFault` with what is wrong. */
export const openCheckpoint = (
  written: string,
  log: Verifier,
): { readonly checkpoint: Checkpoint; readonly note: Note } => {
  const note = parseNote(written);
  verifiedBy(note, [log]);
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint.origin !== log.name)
    throw new LedgerFault(`The checkpoint is of ${checkpoint.origin}, the key of ${log.name}.`);
  return { checkpoint, note };
};
