import { LedgerFault } from './fault.ts';
import type { Hash } from './leaf.ts';
import { EMPTY_ROOT, joined } from './tree.ts';

/** A complete subtree: its 2^height leaves begin at index × 2^height. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** Reads the hashes of complete subtrees, in the order asked for. Every one asked for lies within the tree read from. */
export type HashReader = (subtrees: readonly Subtree[]) => Promise<readonly Hash[]>;

/** Leaves from `start` to before `end`. */
export type Range = readonly [start: number, end: number];

/** The complete subtrees that a range of a tree is made of, left to right; `start` is where a subtree of the range's size begins. */
export const subtreesIn = ([start, end]: Range): readonly Subtree[] => {
  const subtrees: Subtree[] = [];
  let at = start;
  while (at < end) {
    let height = 0;
    let width = 1;
    while (width * 2 <= end - at) {
      width *= 2;
      height += 1;
    }
    subtrees.push({ height, index: at / width });
    at += width;
  }
  return subtrees;
};

/** The hashes of ranges, all of them read at once. */
export const rangeHashes = async (read: HashReader, ranges: readonly Range[]): Promise<readonly Hash[]> => {
  const parts = ranges.map(subtreesIn);
  const hashes = await read(parts.flat());
  if (hashes.length !== parts.flat().length) throw new LedgerFault('The tree gave another number of hashes.');
  let taken = 0;
  return parts.map(({ length }) => joined(hashes.slice(taken, (taken += length))));
};

/** The root of the tree of a size, from its complete subtrees. */
export const rootAt = async (read: HashReader, size: number): Promise<Hash> => {
  const [root = EMPTY_ROOT] = await rangeHashes(read, [[0, size]]);
  return root;
};

/** Throws `LedgerFault` unless 0 ≤ `least` ≤ `value` ≤ `most` are whole numbers. */
export const demandBetween = (what: string, value: number, least: number, most: number): void => {
  if (!Number.isSafeInteger(value) || !Number.isSafeInteger(most) || value < least || value > most)
    throw new LedgerFault(`${what} ${value} does not lie between ${least} and ${most}.`);
};
