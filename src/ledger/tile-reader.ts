import { LedgerFault } from './fault.ts';
import { HASH_BYTES } from './leaf.ts';
import type { HashReader } from './subtrees.ts';
import { placeOf, widthOf, type Tile } from './tiles.ts';
import { rootOfRow } from './tree.ts';

/** Reads tiles, each at the width asked for or wider, in the order asked for. */
export type TileReader = (tiles: readonly Tile[]) => Promise<readonly Uint8Array[]>;

/**
 * Hashes of the tree of a size, out of its tiles; every tile is asked for once in a call. Trusts what it is given: a
 * proof made from it is for others to verify.
 */
export const tileHashes =
  (tiles: TileReader, size: number): HashReader =>
  async (subtrees) => {
    const places = subtrees.map(({ height, index }) => placeOf(height, index));
    const needed = new Map<string, Tile>();
    for (const { level, n, first, count } of places) {
      const width = widthOf(level, n, size);
      if (first + count > width) throw new LedgerFault(`A tree of size ${size} has no such subtree.`);
      needed.set(`${level}/${n}`, { level, n, width });
    }
    const read = await tiles([...needed.values()]);
    const found = new Map([...needed.keys()].map((key, i) => [key, read[i]]));
    return places.map(({ level, n, first, count }) => {
      const tile = found.get(`${level}/${n}`);
      if (!tile || tile.length < (first + count) * HASH_BYTES)
        throw new LedgerFault(`Tile ${n} of level ${level} is missing or too narrow.`);
      return rootOfRow(tile.subarray(first * HASH_BYTES, (first + count) * HASH_BYTES));
    });
  };
