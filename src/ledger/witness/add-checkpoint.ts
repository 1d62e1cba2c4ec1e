import { fromBase64 } from '../base64.ts';
import { parseCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { verifyConsistency } from '../consistency.ts';
import { LedgerFault } from '../fault.ts';
import { HASH_BYTES, type Hash } from '../leaf.ts';
import { parseNote, verifiedBy, type Note, type NoteSignature, type Verifier } from '../note.ts';
import { EMPTY_ROOT } from '../tree.ts';

/** A request to cosign (C2SP tlog-witness). */
export interface AddCheckpoint {
  readonly old: number;
  readonly proof: readonly Hash[];
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

/** What a witness does with a request. Only `cosign` gives a signature. */
export type Judgement =
  | { readonly verdict: 'cosign'; readonly signatures: readonly NoteSignature[] }
  /** 404: the log is not one of this witness's. */
  | { readonly verdict: 'unknown' }
  /** 403: no signature by a key of this log. */
  | { readonly verdict: 'unsigned' }
  /** 400. */
  | { readonly verdict: 'backwards' }
  /** 409, with the size that was cosigned last. */
  | { readonly verdict: 'conflict'; readonly size: number }
  /** 422: the new tree does not continue the old one. */
  | { readonly verdict: 'inconsistent' };

const MOST_HASHES = 63;

/** Reads a request's body. Throws `LedgerFault` where it is malformed. */
export const parseAddCheckpoint = (body: string): AddCheckpoint => {
  const gap = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(gap, 0)).split('\n');
  const digits = /^old (0|[1-9]\d{0,15})$/u.exec(first)?.[1];
  if (digits === undefined || !Number.isSafeInteger(Number(digits)))
    throw new LedgerFault('A request begins with the old size.');
  if (lines.length > MOST_HASHES) throw new LedgerFault('A proof has at most 63 hashes.');
  const proof = lines.map(fromBase64);
  if (proof.some(({ length }) => length !== HASH_BYTES))
    throw new LedgerFault('A hash of the proof has not 32 bytes.');
  const note = parseNote(body.slice(gap + 2));
  return { old: Number(digits), proof, note, checkpoint: parseCheckpoint(note.text) };
};

const signaturesOf = (note: Note, logs: readonly Verifier[]): readonly NoteSignature[] | null => {
  try {
    return verifiedBy(note, logs);
  } catch (error) {
    if (error instanceof LedgerFault) return null;
    throw error;
  }
};

/** Judges a request by the keys of its log (`null` for a log that is not known) and the checkpoint cosigned last. */
export const judgeCheckpoint = (
  { old, proof, note, checkpoint }: AddCheckpoint,
  logs: readonly Verifier[] | null,
  last: Checkpoint | null,
): Judgement => {
  if (!logs) return { verdict: 'unknown' };
  const signatures = signaturesOf(note, logs);
  if (!signatures) return { verdict: 'unsigned' };
  if (old > checkpoint.size) return { verdict: 'backwards' };
  const { size, root } = last ?? { size: 0, root: EMPTY_ROOT };
  if (old !== size) return { verdict: 'conflict', size };
  if (old === checkpoint.size && !root.equals(checkpoint.root)) return { verdict: 'conflict', size };
  if (!verifyConsistency(old, checkpoint.size, root, checkpoint.root, proof))
    return { verdict: 'inconsistent' };
  return { verdict: 'cosign', signatures };
};
