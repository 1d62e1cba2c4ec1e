import { hash } from 'node:crypto';
import { HASH_BYTES, type Hash } from './leaf.ts';

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
export const perfectRoot = (hashes: readonly Hash[]): Hash => rootOfRow(Buffer.concat(hashes));

/** The root over exactly 2ⁿ neighbours that lie one after another, as in a tile. */
export const rootOfRow = (hashes: Uint8Array): Hash => {
  if (hashes.length === 0) return EMPTY_ROOT;
  const node = Buffer.allocUnsafe(1 + 2 * HASH_BYTES);
  node[0] = 0x01;
  let row = hashes;
  while (row.length > HASH_BYTES) {
    const above = Buffer.allocUnsafe(row.length / 2);
    for (let at = 0; at < above.length; at += HASH_BYTES) {
      node.set(row.subarray(2 * at, 2 * (at + HASH_BYTES)), 1);
      above.set(hash('sha256', node, 'buffer'), at);
    }
    row = above;
  }
  return Buffer.from(row);
};
