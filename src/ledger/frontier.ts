import { LedgerFault } from './fault.ts';
import { HASH_BYTES, type Hash } from './leaf.ts';
import { EMPTY_ROOT, joined, nodeHash } from './tree.ts';

/** A frontier as it can be kept in a file. */
export interface KeptFrontier {
  readonly size: number;
  /** Base64, largest subtree first. */
  readonly hashes: readonly string[];
}

/** How many complete subtrees a tree of a size is made of: the ones among the size's binary digits. */
const subtreesOf = (size: number): number => {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
};

/**
 * The right edge of a growing tree (a compact range from 0): the roots of its complete subtrees, largest first. Enough
 * to append and to tell the root, whatever the size: forty hashes for a million million leaves.
 */
export class Frontier {
  #size = 0;
  readonly #hashes: Hash[] = [];

  /** Restores a frontier. Throws `LedgerFault` when the hashes do not fit the size. */
  static from({ size, hashes }: KeptFrontier): Frontier {
    const frontier = new Frontier();
    const read = hashes.map((text) => Buffer.from(text, 'base64'));
    if (!Number.isSafeInteger(size) || size < 0 || read.length !== subtreesOf(size))
      throw new LedgerFault('The frontier has not as many hashes as its size asks for.');
    if (read.some(({ length }) => length !== HASH_BYTES))
      throw new LedgerFault('A hash of the frontier has not 32 bytes.');
    frontier.#size = size;
    frontier.#hashes.push(...read);
    return frontier;
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: Hash): void {
    let merged = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2))
      merged = nodeHash(this.#hashes.pop() ?? EMPTY_ROOT, merged);
    this.#hashes.push(merged);
    this.#size += 1;
  }

  root(): Hash {
    return joined(this.#hashes);
  }

  /** A copy that grows by itself. */
  copy(): Frontier {
    return Frontier.from(this.kept());
  }

  kept(): KeptFrontier {
    return { size: this.#size, hashes: this.#hashes.map((hash) => hash.toString('base64')) };
  }
}
