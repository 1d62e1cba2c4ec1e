import { hash } from 'node:crypto';
import { HASH_BYTES, sha256, type Hash } from './leaf.ts';

const node = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01);

/** The hash of an inner node of RFC 6962: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Hash => {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
};

/** The root of a tree without a leaf: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = sha256('');

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
  let row = Buffer.from(hashes.buffer, hashes.byteOffset, hashes.length);
  const above = Buffer.allocUnsafe(hashes.length);
  for (let width = hashes.length; width > HASH_BYTES; width /= 2) {
    for (let at = 0; at < width; at += 2 * HASH_BYTES) {
      row.copy(node, 1, at, at + 2 * HASH_BYTES);
      above.write(hash('sha256', node, 'latin1'), at / 2, HASH_BYTES, 'latin1');
    }
    row = above;
  }
  return Buffer.from(row.subarray(0, HASH_BYTES));
};
