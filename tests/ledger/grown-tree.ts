import { leafHash, type Hash } from '../../src/ledger/leaf.ts';
import { RightEdge } from '../../src/ledger/right-edge.ts';
import { tileHashes, type TileReader } from '../../src/ledger/tile-reader.ts';
import type { Tile } from '../../src/ledger/tiles.ts';
import type { HashReader } from '../../src/ledger/subtrees.ts';

/** A tree of small leaves with the tiles it left behind. */
export interface GrownTree {
  readonly leaves: readonly Hash[];
  /** Full and partial tiles as one who serves them has them. */
  readonly tiles: TileReader;
  /** Hashes of the tree as it was at a size. */
  readonly at: (size: number) => HashReader;
}

/** Grows a tree leaf by leaf and keeps its tiles. */
export const grownTree = (size: number): GrownTree => {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(`leaf ${i}`));
  const edge = new RightEdge();
  const kept = new Map<string, Buffer>();
  for (const leaf of leaves)
    for (const { level, n, hashes } of edge.append(leaf)) kept.set(`${level}/${n}`, hashes);
  const partial = edge.partial();
  const tiles: TileReader = (wanted) =>
    Promise.resolve(
      wanted.map(({ level, n, width }: Tile) => {
        const tile = kept.get(`${level}/${n}`) ?? partial[level] ?? Buffer.alloc(0);
        return tile.subarray(0, width * 32);
      }),
    );
  return { leaves, tiles, at: (of) => tileHashes(tiles, of) };
};
