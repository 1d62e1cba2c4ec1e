import { HASH_BYTES } from './leaf.ts';

/** Hashes in a full tile, and subtree heights between two levels of tiles: 2⁸ = 256. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Bytes of a full tile. */
export const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

/** A tile: at `level` L the hash i stands for the 256^L leaves from (n × 256 + i) × 256^L on. */
export interface Tile {
  readonly level: number;
  readonly n: number;
  /** 256 for a full tile, 1 to 255 for a partial one. */
  readonly width: number;
}

/** A bundle of entries: the leaves themselves that the tile n of level 0 holds the hashes of. */
export interface EntryBundle {
  readonly n: number;
  readonly width: number;
}

/** How many hashes of a level lie in full tiles or partial ones, for a tree of a size. */
export const hashesAt = (level: number, size: number): number => Math.floor(size / TILE_WIDTH ** level);

/** How wide tile n of a level is in a tree of a size: 256, less at the right edge, 0 where there is none yet. */
export const widthOf = (level: number, n: number, size: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, hashesAt(level, size) - n * TILE_WIDTH));

/** The levels that a tree of a size has tiles on. */
export const levelsOf = (size: number): number => {
  let levels = 0;
  while (hashesAt(levels, size) > 0) levels += 1;
  return levels;
};

/** Where the hash of a complete subtree comes from: `count` hashes of a tile from `first` on, joined where they are several. */
export const placeOf = (
  height: number,
  index: number,
): { readonly level: number; readonly n: number; readonly first: number; readonly count: number } => {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const first = index * count;
  return { level, n: Math.floor(first / TILE_WIDTH), first: first % TILE_WIDTH, count };
};

/** The tiles that a tree of size `to` has and the one of size `from` had not, or had narrower. */
export const tilesSince = (from: number, to: number): readonly Tile[] => {
  const tiles: Tile[] = [];
  for (let level = 0; level < levelsOf(to); level += 1) {
    const last = Math.ceil(hashesAt(level, to) / TILE_WIDTH);
    for (let n = Math.floor(hashesAt(level, from) / TILE_WIDTH); n < last; n += 1) {
      const width = widthOf(level, n, to);
      if (width > widthOf(level, n, from)) tiles.push({ level, n, width });
    }
  }
  return tiles;
};

/** The hashes of a tile, one by one. */
export const hashesOf = (tile: Uint8Array): readonly Buffer[] => {
  const bytes = Buffer.from(tile.buffer, tile.byteOffset, tile.byteLength);
  return Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
};
