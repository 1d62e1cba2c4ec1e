import type { Hash } from './leaf.ts';
import { HASH_BYTES } from './leaf.ts';
import { demandBetween, rangeHashes, type HashReader, type Range } from './subtrees.ts';
import { nodeHash, splitOf } from './tree.ts';

const siblings = (index: number, size: number): readonly Range[] => {
  const ranges: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push([middle, end]);
      end = middle;
    } else {
      ranges.push([start, middle]);
      start = middle;
    }
  }
  return ranges.reverse();
};

/** The audit path of RFC 6962 §2.1.1: from the leaf's sibling up to the root's child. `index` counts from 0. */
export const proveInclusion = async (
  read: HashReader,
  index: number,
  size: number,
): Promise<readonly Hash[]> => {
  demandBetween('Leaf', index, 0, size - 1);
  return rangeHashes(read, siblings(index, size));
};

/** The root that a leaf and its path lead to, or `null` when the path has not the length that index and size ask for. */
export const rootByInclusion = (
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Hash | null => {
  const fits = Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
  if (!fits || [leaf, ...path].some(({ length }) => length !== HASH_BYTES)) return null;
  let at = index;
  let last = size - 1;
  let root = leaf;
  for (const sibling of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else root = nodeHash(root, sibling);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : null;
};

/** Whether the tree of that size and root holds the leaf at the index. */
export const verifyInclusion = (
  leaf: Hash,
  index: number,
  size: number,
  root: Uint8Array,
  path: readonly Uint8Array[],
): boolean => rootByInclusion(leaf, index, size, path)?.equals(root) ?? false;
