import { setImmediate } from 'node:timers/promises';
import { LedgerFault } from '../fault.ts';
import { Frontier } from '../frontier.ts';
import { HASH_BYTES } from '../leaf.ts';
import { hashesAt, hashesOf, levelsOf, TILE_BYTES, TILE_WIDTH } from '../tiles.ts';
import { perfectRoot } from '../tree.ts';
import { refuse } from './finding.ts';
import type { KeptTiles } from './kept-tiles.ts';
import { checkedLeaf, type LoggedEvent } from './logged-event.ts';
import { archivedIn, type Stretch } from './archived-stretches.ts';
import { readEvents } from './event-rows.ts';
import { readArchived, readTiles, type Queryable } from './signer-database.ts';
import { readUsualLeaves } from './usual-leaves.ts';

/** A signed log that is held to its signer's own tiles. */
export interface Subject {
  readonly no: number;
  readonly origin: string;
  readonly tiles: KeptTiles;
  /** How many events were signed, and how many of them under a checkpoint that was published. */
  readonly size: number;
  readonly published: number;
}

/** Refuses when an event is not where it has to be. */
export const demandPresent: (
  event: LoggedEvent | undefined,
  position: number,
  size: number,
) => asserts event is LoggedEvent = (event, position, size) => {
  if (event?.position !== position)
    refuse('EVENT_MISSING', size, `Event ${position} is missing from the log.`, position);
};

/** Refuses when an event is not the one that was signed at its position. */
export const demandSigned = (event: LoggedEvent, origin: string, signed: Buffer, size: number): void => {
  const { position } = event;
  const leaf = checkedLeaf(event, origin, size);
  if (!leaf.equals(signed))
    refuse(
      'EVENT_DIFFERS',
      size,
      `Event ${position} is not the one that was signed: it was rewritten, or events were inserted, swapped or renumbered.`,
      position,
    );
};

/** Whether the signer's own full tile with a leaf is the one that the level above has the hash of. */
const isOwnTileWhole = async ({ tiles, size }: Subject, index: number): Promise<boolean> => {
  const n = Math.floor(index / TILE_WIDTH);
  if ((n + 1) * TILE_WIDTH > size) return true;
  const above = Math.floor(n / TILE_WIDTH);
  const [tile, parent] = await tiles.read([
    { level: 0, n, width: TILE_WIDTH },
    { level: 1, n: above, width: (n % TILE_WIDTH) + 1 },
  ]);
  return (
    hashesOf(parent ?? Buffer.alloc(0))
      .at(-1)
      ?.equals(perfectRoot(hashesOf(tile ?? Buffer.alloc(0)))) ?? false
  );
};

/** Holds published tiles of one level, from one on, to the signer's own. */
const sweepTiles = async (
  db: Queryable,
  { no, tiles, size }: Subject,
  level: number,
  from: number,
  to: number,
): Promise<void> => {
  const published = await readTiles(db, no, level, from, to - from);
  const own = await tiles.read(
    Array.from({ length: to - from }, (_, i) => ({ level, n: from + i, width: TILE_WIDTH })),
  );
  for (const [i, tile] of own.entries())
    if (!published.get(from + i)?.equals(tile))
      refuse('TILE_DIFFERS', size, `The published tile ${from + i} of level ${level} is not the signed one.`);
};

/** Refuses when what was archived is not what was signed: the root that was noted is held to the signer's own leaves. */
async function* demandArchived(
  { tiles, size }: Subject,
  { first, last, root }: Stretch,
): AsyncGenerator<number> {
  const frontier = new Frontier();
  while (frontier.size <= last - first) {
    const from = first - 1 + frontier.size;
    const leaves = tiles.leaves(from, Math.min(TILE_WIDTH * 4, last - from));
    for (const leaf of hashesOf(leaves)) frontier.append(leaf);
    // Hashing alone would keep everything else of this process waiting.
    await setImmediate();
    yield first - 1 + frontier.size;
  }
  if (!frontier.root().equals(root))
    refuse(
      'EVENT_DIFFERS',
      size,
      `What was archived of events ${first} to ${last} is not what was signed.`,
      first,
    );
}

/**
 * Reads a signed log from its first event on and holds every event, and every published tile, to what was signed. Yields
 * after each batch how many events were found as signed; refuses at the first that was not.
 */
export async function* sweep(db: Queryable, subject: Subject, batch: number): AsyncGenerator<number> {
  const { no, origin, tiles, size, published } = subject;
  let stretches: readonly Stretch[] = await readArchived(db, no);
  for (let from = 0; from < size;) {
    const stretch = archivedIn(stretches, from + 1);
    if (stretch) {
      yield* demandArchived(subject, stretch);
      from = stretch.last;
      continue;
    }
    const next = stretches.find(({ first }) => first > from)?.first ?? Infinity;
    const count = Math.min(batch, size - from, next - 1 - from);
    const leaves = tiles.leaves(from, count);
    if ((await readUsualLeaves(db, subject, from, count))?.equals(leaves)) {
      from += count;
      yield from;
      continue;
    }
    const events = await readEvents(db, no, from, count);
    if (events.length < count) {
      // A part of it may have been archived just now.
      const known = stretches.length;
      stretches = await readArchived(db, no);
      if (stretches.length > known) continue;
    }
    for (let i = 0; i < count; i += 1) {
      const event = events[i];
      demandPresent(event, from + i + 1, size);
      const leaf = leaves.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
      if (!leaf.equals(event.leafHash) && !(await isOwnTileWhole(subject, from + i)))
        throw new LedgerFault('A tile in the signer’s own folder is damaged.');
      demandSigned(event, origin, leaf, size);
    }
    from += count;
    yield from;
  }
  const most = Math.ceil((batch * HASH_BYTES) / TILE_BYTES);
  for (let level = 0; level < levelsOf(published); level += 1) {
    const full = Math.floor(hashesAt(level, published) / TILE_WIDTH);
    for (let n = 0; n < full; n += most) {
      await sweepTiles(db, subject, level, n, Math.min(n + most, full));
      yield size;
    }
  }
}

/** Reads a sweep without a pause; whether it came to its end before the signer was closed. */
export const isSwept = async (sweeping: AsyncGenerator<number>, closing: AbortSignal): Promise<boolean> => {
  while (!closing.aborted) if ((await sweeping.next()).done) return true;
  return false;
};
