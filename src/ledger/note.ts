import { fromBase64 } from './base64.ts';
import { LedgerFault } from './fault.ts';

/** A signature under a note. Name and id together tell the key. */
export interface NoteSignature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  /** Without the id. */
  readonly signature: Buffer;
}

/** A text with the signatures under it (C2SP signed-note). */
export interface Note {
  /** Ends with a line break. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Knows one key, and what a signature by it looks like. */
export interface Verifier {
  readonly name: string;
  readonly keyId: string;
  readonly verify: (text: string, signature: Buffer) => boolean;
}

/** Signs notes with one key. */
export interface NoteSigner {
  readonly name: string;
  readonly keyId: string;
  readonly sign: (text: string) => Buffer;
}

/** More signatures than any note of ours has; the format asks for sixteen at least. */
const MOST_SIGNATURES = 100;

const LINE = /^— (?<name>[^\s+]+) (?<blob>[A-Za-z0-9+/=]+)$/u;

/** Anything below a space but a line break. */
const hasControl = (text: string): boolean => /[\p{Cc}--[\n\x7f-\x9f]]/v.test(text);

/** Reads a signature line, without its line break. Throws `LedgerFault`. */
export const parseSignature = (line: string): NoteSignature => {
  const { name, blob } = LINE.exec(line)?.groups ?? {};
  if (name === undefined || blob === undefined) throw new LedgerFault('A signature line is malformed.');
  const bytes = fromBase64(blob);
  if (bytes.length < 5) throw new LedgerFault('A signature is too short.');
  return { name, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
};

/** A signature as a line, without its line break. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}`;

/** Reads a note. Text and signatures are parted by the last empty line. Throws `LedgerFault`. */
export const parseNote = (written: string): Note => {
  const gap = written.lastIndexOf('\n\n');
  if (gap < 0 || !written.endsWith('\n') || hasControl(written) || !written.isWellFormed())
    throw new LedgerFault('That is no signed note.');
  const lines = written.slice(gap + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw new LedgerFault('The note has too many signatures.');
  return { text: written.slice(0, gap + 1), signatures: lines.map(parseSignature) };
};

/** A note as it is written. */
export const writeNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map((signature) => `${signatureLine(signature)}\n`).join('')}`;

/** Signs a text, which has to end with a line break. */
export const signNote = (text: string, signers: readonly NoteSigner[]): string => {
  if (!text.endsWith('\n')) throw new LedgerFault('The text of a note ends with a line break.');
  return writeNote({
    text,
    signatures: signers.map((signer) => ({
      name: signer.name,
      keyId: signer.keyId,
      signature: signer.sign(text),
    })),
  });
};

/** The note with further signature lines under it; a line that is there already is not repeated. */
export const withSignatures = (written: string, lines: readonly string[]): string =>
  lines.reduce((note, line) => (note.includes(`\n${line}\n`) ? note : `${note}${line}\n`), written);

/**
 * The signatures of a note by known keys. Unknown ones are passed over, as the format demands. Throws `LedgerFault` where a
 * known key's does not verify, and where there is none by a known key.
 */
export const verifiedBy = (note: Note, verifiers: readonly Verifier[]): readonly NoteSignature[] => {
  const known = note.signatures.flatMap((signature) => {
    const verifier = verifiers.find(
      ({ name, keyId }) => name === signature.name && keyId === signature.keyId,
    );
    if (!verifier) return [];
    if (!verifier.verify(note.text, signature.signature))
      throw new LedgerFault(`The signature by ${signature.name} is not of this text.`);
    return [signature];
  });
  if (known.length === 0) throw new LedgerFault('No signature under the note is by a known key.');
  return known;
};
