import { LedgerFault } from '../fault.ts';
import { HASH_BYTES, type Hash } from '../leaf.ts';
import type { TileReader } from '../tile-reader.ts';
import { TILE_WIDTH, type Tile } from '../tiles.ts';
import { rootOfRow } from '../tree.ts';
import type { LeafRows } from './leaf-rows.ts';
import { Remembered } from './remembered.ts';

/** Tiles of at most 8 KB, and roots of 32 bytes of the full ones below partial tiles. */
const MOST_TILES = 2_000;
const MOST_ROOTS = 100_000;

type Full = Promise<ReadonlyMap<string, Buffer>>;

/**
 * Tiles as the signer published them. Only full ones are: at the right edge the leaves' hashes come from the log, and a
 * hash of a higher level is the root of the full tile below. A tile of a width never changes, so it is remembered.
 */
export const publishedTiles = (rows: LeafRows): ((college: string) => TileReader) => {
  const tiles = new Remembered<Buffer>(MOST_TILES);
  const roots = new Remembered<Hash>(MOST_ROOTS);

  /** A tile out of what was published in full, or out of what lies below it. */
  const made = async (college: string, tile: Tile, full: Full): Promise<Buffer> => {
    const { level, n, width } = tile;
    const published = width === TILE_WIDTH ? (await full).get(`${level}/${n}`) : undefined;
    const hashes =
      published ??
      Buffer.concat(level === 0 ? await rows.hashes(college, n, width) : await rootsBelow(college, tile));
    if (hashes.length !== width * HASH_BYTES)
      throw new LedgerFault(`Tile ${n} of level ${level} is not there in a width of ${width}.`);
    return hashes;
  };

  const rootsBelow = async (college: string, { level, n, width }: Tile): Promise<readonly Hash[]> => {
    const below = Array.from({ length: width }, (_, i): Tile => {
      return { level: level - 1, n: n * TILE_WIDTH + i, width: TILE_WIDTH };
    });
    const keyOf = (tile: Tile): string => `${college}/${tile.level}/${tile.n}`;
    const full = rows.tiles(
      college,
      below.filter((tile) => !roots.has(keyOf(tile))),
    );
    const rootOf = async (tile: Tile): Promise<Hash> => rootOfRow(await made(college, tile, full));
    return Promise.all(below.map((tile) => roots.get(keyOf(tile), () => rootOf(tile))));
  };

  return (college) => (wanted) => {
    const keyOf = ({ level, n, width }: Tile): string => `${college}/${level}/${n}/${width}`;
    const full = rows.tiles(
      college,
      wanted.filter((tile) => tile.width === TILE_WIDTH && !tiles.has(keyOf(tile))),
    );
    return Promise.all(wanted.map((tile) => tiles.get(keyOf(tile), () => made(college, tile, full))));
  };
};
