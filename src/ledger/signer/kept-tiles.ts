import { closeSync, existsSync, fdatasync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { syncFolder } from '../durable-file.ts';
import { LedgerFault } from '../fault.ts';
import { HASH_BYTES } from '../leaf.ts';
import type { FilledTile } from '../right-edge.ts';
import { RightEdge } from '../right-edge.ts';
import type { TileReader } from '../tile-reader.ts';
import { hashesAt, levelsOf, TILE_BYTES, TILE_WIDTH } from '../tiles.ts';

/**
 * A signer's own copy of the tree: one file for each level, its tiles one after another, so that the hash i of a level
 * lies at 32 × i. What lies beyond the size in the state was never signed and is written over.
 */
export interface KeptTiles {
  /** Writes tiles, full or partial, and waits until they are on the disk. */
  write(tiles: readonly FilledTile[]): Promise<void>;
  readonly read: TileReader;
  /** The leaf hashes from an index on, in a row. Throws `LedgerFault` where the file is too short. */
  leaves(from: number, count: number): Buffer;
  /** The partial tiles of a tree of a size, ready to grow. */
  edge(size: number): RightEdge;
}

const synced = promisify(fdatasync);

/** The tiles in a college's folder. */
export const keptTiles = (folder: string): KeptTiles => {
  const fileOf = (level: number): string => join(folder, `tiles-${level}`);

  // A few kilobytes in the page cache: not worth the way to another thread and back, of which a round had many.
  const hashes = (level: number, from: number, count: number): Buffer => {
    if (count === 0) return Buffer.alloc(0);
    const bytes = Buffer.alloc(count * HASH_BYTES);
    const file = existsSync(fileOf(level)) ? openSync(fileOf(level), 'r') : null;
    try {
      if (file === null || readSync(file, bytes, 0, bytes.length, from * HASH_BYTES) !== bytes.length)
        throw new LedgerFault(`The signer's file tiles-${level} is missing or too short.`);
    } finally {
      if (file !== null) closeSync(file);
    }
    return bytes;
  };

  const writeLevel = async (level: number, tiles: readonly FilledTile[]): Promise<void> => {
    const isNew = !existsSync(fileOf(level));
    const file = openSync(fileOf(level), isNew ? 'w' : 'r+', 0o600);
    try {
      for (const { n, hashes: bytes } of tiles) writeSync(file, bytes, 0, bytes.length, n * TILE_BYTES);
      await synced(file);
    } finally {
      closeSync(file);
    }
    if (isNew) await syncFolder(folder);
  };

  return {
    write: async (tiles) => {
      const levels = Map.groupBy(tiles, ({ level }) => level);
      await Promise.all([...levels].map(([level, own]) => writeLevel(level, own)));
    },
    read: (tiles) =>
      Promise.try(() => tiles.map(({ level, n, width }) => hashes(level, n * TILE_WIDTH, width))),
    leaves: (from, count) => hashes(0, from, count),
    edge: (size) => {
      const partial: Buffer[] = [];
      for (let level = 0; level < levelsOf(size); level += 1) {
        const width = hashesAt(level, size) % TILE_WIDTH;
        partial.push(hashes(level, hashesAt(level, size) - width, width));
      }
      return RightEdge.from(size, partial);
    },
  };
};
