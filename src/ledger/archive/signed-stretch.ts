import type { Pool } from 'pg';
import { LedgerFault } from '../fault.ts';
import { Frontier } from '../frontier.ts';
import { leafHash, type Hash } from '../leaf.ts';
import { postgresPublished } from '../published/postgres-published.ts';
import type { PublishedCheckpoint } from '../published/published.ts';
import { rootAt } from '../subtrees.ts';
import { tileHashes, type TileReader } from '../tile-reader.ts';
import { hashesOf, TILE_WIDTH } from '../tiles.ts';
import type { ArchivedEvent } from './archive-file.ts';

/** The signed tree that events of a stretch are held against, one after another. */
export interface SignedStretch {
  readonly checkpoint: PublishedCheckpoint;
  /** Throws `LedgerFault` unless these are the next events, and each is the one that was signed. */
  demand(events: readonly ArchivedEvent[]): Promise<void>;
  /** The root of the stretch's own tree, once all of it was seen. */
  root(): Hash;
}

/** The leaf hashes of positions, out of whole tiles; `first` to `last` lie under a checkpoint that covers their tiles. */
const leavesOf = async (tiles: TileReader, first: number, last: number): Promise<readonly Hash[]> => {
  const from = Math.floor((first - 1) / TILE_WIDTH);
  const to = Math.floor((last - 1) / TILE_WIDTH);
  const wanted = Array.from({ length: to - from + 1 }, (_, i) => ({
    level: 0,
    n: from + i,
    width: TILE_WIDTH,
  }));
  const hashes = (await tiles(wanted)).flatMap(hashesOf);
  return hashes.slice(first - 1 - from * TILE_WIDTH, last - from * TILE_WIDTH);
};

/**
 * Opens the latest checkpoint of a college for a stretch of its log. Throws `LedgerFault` where the published tiles are not
 * those of the checkpoint, or it does not cover the whole tiles of the stretch and at least one event after it.
 */
export const signedStretch = async (
  pool: Pool,
  college: string,
  first: number,
  last: number,
): Promise<SignedStretch> => {
  const published = postgresPublished(pool);
  const checkpoint = await published.latest(college);
  const needed = Math.max(last + 1, Math.ceil(last / TILE_WIDTH) * TILE_WIDTH);
  if (!checkpoint || checkpoint.size < needed)
    throw new LedgerFault(
      `Events up to ${last} can be archived once ${needed} are signed; so far ${checkpoint?.size ?? 0} are.`,
    );
  const { size, root } = checkpoint;
  const tiles = published.tiles(college);
  if (!(await rootAt(tileHashes(tiles, size), size)).equals(root))
    throw new LedgerFault(`The published tiles are not those of the checkpoint at ${size}.`);

  const frontier = new Frontier();
  return {
    checkpoint,
    root: () => frontier.root(),
    async demand(events) {
      const from = first + frontier.size;
      const signed = await leavesOf(tiles, from, Math.min(from + events.length - 1, last));
      for (const [i, { position, body, leafHash: stored }] of events.entries()) {
        const leaf = leafHash(body);
        if (position !== from + i || !signed[i]?.equals(leaf) || leaf.toString('hex') !== stored)
          throw new LedgerFault(`Event ${from + i} is not the one that was signed.`);
        frontier.append(leaf);
      }
    },
  };
};
