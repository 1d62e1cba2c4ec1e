import { HASH_BYTES, type Hash } from './leaf.ts';
import { demandBetween, rangeHashes, type HashReader, type Range } from './subtrees.ts';
import { EMPTY_ROOT, nodeHash, splitOf } from './tree.ts';

const parts = (from: number, to: number): readonly Range[] => {
  const ranges: Range[] = [];
  let start = 0;
  let end = to;
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      ranges.push([middle, end]);
      end = middle;
    } else {
      ranges.push([start, middle]);
      start = middle;
    }
  }
  // A prefix that is a subtree of its own is known to whoever asks.
  if (start > 0) ranges.push([start, end]);
  return ranges.reverse();
};

/** The consistency proof of RFC 6962 §2.1.2; nothing has to be shown from an empty tree, or between equal sizes. */
export const proveConsistency = async (
  read: HashReader,
  from: number,
  to: number,
): Promise<readonly Hash[]> => {
  demandBetween('Size', from, 0, to);
  return from === 0 ? [] : rangeHashes(read, parts(from, to));
};

/** Whether the tree of size `to` begins with all of the tree of size `from`, unchanged. */
export const verifyConsistency = (
  from: number,
  to: number,
  rootFrom: Uint8Array,
  rootTo: Uint8Array,
  proof: readonly Uint8Array[],
): boolean => {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from) return false;
  if ([rootFrom, rootTo, ...proof].some(({ length }) => length !== HASH_BYTES)) return false;
  if (from === to) return proof.length === 0 && Buffer.compare(rootFrom, rootTo) === 0;
  if (from === 0) return proof.length === 0 && EMPTY_ROOT.equals(rootFrom);

  let at = from - 1;
  let last = to - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  // Where the older tree is one complete subtree, its root is the first part of the proof.
  const [first, ...rest] = at === 0 ? [rootFrom, ...proof] : proof;
  if (!first) return false;
  let older: Uint8Array = first;
  let newer: Uint8Array = first;
  for (const part of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(part, older);
      newer = nodeHash(part, newer);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else newer = nodeHash(newer, part);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && Buffer.compare(older, rootFrom) === 0 && Buffer.compare(newer, rootTo) === 0;
};
