import { LedgerFault } from './fault.ts';
import type { Hash } from './leaf.ts';
import { hashesAt, hashesOf, levelsOf, TILE_WIDTH, type Tile } from './tiles.ts';
import { joined, perfectRoot } from './tree.ts';
import { subtreesIn } from './subtrees.ts';

/** A tile with its hashes in a row. */
export interface FilledTile extends Tile {
  readonly hashes: Buffer;
}

/** The rightmost, partial tiles of a growing tree: takes leaf hashes, gives each tile as it becomes full. */
export class RightEdge {
  #size = 0;
  readonly #levels: Hash[][] = [];

  /** Restores an edge from its partial tiles, lowest level first, empty where a level has none. Throws `LedgerFault` when they do not fit the size. */
  static from(size: number, partial: readonly Uint8Array[]): RightEdge {
    const edge = new RightEdge();
    edge.#size = size;
    for (let level = 0; level < levelsOf(size); level += 1) {
      const hashes = hashesOf(partial[level] ?? Buffer.alloc(0));
      if (hashes.length !== hashesAt(level, size) % TILE_WIDTH)
        throw new LedgerFault(
          `The partial tile of level ${level} has not as many hashes as the size asks for.`,
        );
      edge.#levels.push([...hashes]);
    }
    return edge;
  }

  get size(): number {
    return this.#size;
  }

  /** Takes the next leaf; the tiles that became full by it, lowest first. */
  append(leaf: Hash): readonly FilledTile[] {
    const full: FilledTile[] = [];
    this.#size += 1;
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const tile = (this.#levels[level] ??= []);
      tile.push(hash);
      if (tile.length < TILE_WIDTH) return full;
      const n = hashesAt(level, this.#size) / TILE_WIDTH - 1;
      full.push({ level, n, width: TILE_WIDTH, hashes: Buffer.concat(tile) });
      hash = perfectRoot(tile);
      this.#levels[level] = [];
    }
  }

  /** The partial tiles, lowest level first; a level whose last tile is full has an empty one. */
  partial(): readonly Buffer[] {
    return this.#levels.map((hashes) => Buffer.concat(hashes));
  }

  /** The root, from the tiles alone: another way than a `Frontier`'s to the same hash. */
  root(): Hash {
    const subtrees = this.#levels.toReversed().flatMap((hashes) =>
      subtreesIn([0, hashes.length]).map(({ height, index }) => {
        const width = 2 ** height;
        return perfectRoot(hashes.slice(index * width, (index + 1) * width));
      }),
    );
    return joined(subtrees);
  }
}
