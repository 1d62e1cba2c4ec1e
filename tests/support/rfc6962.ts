import { createHash } from 'node:crypto';

/** RFC 6962 once more, told recursively and by nothing of ours: what an outsider would write in an hour. */
const sha256 = (...parts: readonly Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

const node = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.of(1), left, right);

const split = (size: number): number => (size <= 2 ? 1 : 2 ** Math.floor(Math.log2(size - 1)));

/** The leaf hash of some bytes in Base64. */
export const outsideLeafHash = (bytes: string): string =>
  sha256(Buffer.of(0), Buffer.from(bytes, 'base64')).toString('base64');

const led = (leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer => {
  const last = path.at(-1);
  if (size === 1 || !last) return leaf;
  const left = split(size);
  const below = path.slice(0, -1);
  return index < left
    ? node(led(leaf, index, left, below), last)
    : node(last, led(leaf, index - left, size - left, below));
};

/** The root that a leaf's path leads to, all of it in Base64. */
export const outsideRoot = (leafHash: string, index: number, size: number, path: readonly string[]): string =>
  led(
    Buffer.from(leafHash, 'base64'),
    index,
    size,
    path.map((hash) => Buffer.from(hash, 'base64')),
  ).toString('base64');

type Roots = readonly [older: Buffer, newer: Buffer];

const both = (from: number, to: number, proof: readonly Buffer[], older: Buffer | null): Roots => {
  if (from === to) {
    const whole = older ?? proof[0] ?? Buffer.alloc(0);
    return [whole, whole];
  }
  const last = proof.at(-1) ?? Buffer.alloc(0);
  const below = proof.slice(0, -1);
  const left = split(to);
  if (from <= left) {
    const [old, young] = both(from, left, below, older);
    return [old, node(young, last)];
  }
  const [old, young] = both(from - left, to - left, below, null);
  return [node(last, old), node(last, young)];
};

/** The two roots that a consistency proof leads to, given the older one; all of it in Base64. */
export const outsideRoots = (
  from: number,
  to: number,
  proof: readonly string[],
  older: string,
): readonly string[] =>
  both(
    from,
    to,
    proof.map((hash) => Buffer.from(hash, 'base64')),
    Buffer.from(older, 'base64'),
  ).map((root) => root.toString('base64'));
