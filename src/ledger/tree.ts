import { hash } from 'node:crypto';
import type { Hash } from './leaf.ts';

/** The hash of an inner node of RFC 6962: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Hash => {
  const node = Buffer.allocUnsafe(65);
  node[0] = 0x01;
  node.set(left, 1);
  node.set(right, 33);
  return hash('sha256', node, 'buffer');
};

/** The root of a tree without a leaf: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = hash('sha256', '', 'buffer');

/** Where a tree of two leaves or more divides: the largest power of two below its size. */
export const splitOf = (size: number): number => {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
};

/** The root over leaf hashes, straight from the definition: for small trees, and to check the quick ways by. */
export const rootOf = (leaves: readonly Hash[]): Hash => {
  const [only] = leaves;
  if (!only) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  const left = splitOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
};

/** Puts neighbouring subtrees, left to right, into one: each is at least as large as all after it. */
export const joined = (hashes: readonly Hash[]): Hash =>
  hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));

/** The root over exactly 2ⁿ neighbours. */
export const perfectRoot = (hashes: readonly Hash[]): Hash => {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, i) => joined(row.slice(2 * i, 2 * i + 2)));
  return joined(row);
};
