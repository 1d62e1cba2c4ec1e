import { fromBase64 } from './base64.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { LedgerFault } from './fault.ts';
import { verifyInclusion } from './inclusion.ts';
import { HASH_BYTES, type Hash } from './leaf.ts';
import { parseNote } from './note.ts';

/** Everything that shows, with nothing else at hand but a key, that a leaf stands in a log (C2SP tlog-proof). */
export interface TlogProof {
  /** Place in the tree, from 0: the position less one. */
  readonly index: number;
  readonly path: readonly Hash[];
  /** The signed note of the checkpoint, with its cosignatures, word for word. */
  readonly note: string;
  /** Not covered by any signature. */
  readonly extra?: Buffer;
}

const HEAD = 'c2sp.org/tlog-proof@v1';

/** The text of a `.tlog-proof` file. */
export const writeTlogProof = ({ index, path, note, extra }: TlogProof): string =>
  [
    HEAD,
    ...(extra ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...path.map((hash) => hash.toString('base64')),
    '',
    note,
  ].join('\n');

/** Reads the text of a `.tlog-proof` file. Throws `LedgerFault`. */
export const parseTlogProof = (text: string): TlogProof => {
  const gap = text.indexOf('\n\n');
  const [head, ...lines] = text.slice(0, Math.max(gap, 0)).split('\n');
  if (head !== HEAD) throw new LedgerFault(`A proof begins with ${HEAD}.`);
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : undefined;
  const digits = /^index (0|[1-9]\d*)$/u.exec(lines.shift() ?? '')?.[1];
  const index = Number(digits);
  if (digits === undefined || !Number.isSafeInteger(index))
    throw new LedgerFault('A proof tells the index of its leaf.');
  const path = lines.map(fromBase64);
  if (path.some(({ length }) => length !== HASH_BYTES))
    throw new LedgerFault('A hash of the proof has not 32 bytes.');
  return { index, path, note: text.slice(gap + 2), ...(extra && { extra }) };
};

/** The checkpoint of a proof. Whether its signatures are good is for a policy to say. */
const checkpointOf = ({ note }: TlogProof): Checkpoint => parseCheckpoint(parseNote(note).text);

/** Whether the leaf stands at the proof's index in the proof's checkpoint. */
export const provesLeaf = (proof: TlogProof, leaf: Hash): boolean => {
  const { size, root } = checkpointOf(proof);
  return verifyInclusion(leaf, proof.index, size, root, proof.path);
};
