import type { Checkpoint } from '../checkpoint.ts';
import type { Frontier } from '../frontier.ts';
import type { Hash } from '../leaf.ts';
import { rootAt } from '../subtrees.ts';
import { tileHashes } from '../tile-reader.ts';
import { refuse } from './finding.ts';
import type { KeptTiles } from './kept-tiles.ts';
import type { LogFacts } from './signer-database.ts';

/** What to do when the database has less than was signed: the procedure for a restore. */
const RESTORE =
  'Refill the log from the mirror ("cli mirror restore"): the same bytes give the same tree, and signing goes on by itself. ' +
  'Only where that cannot be done, continue under a new origin whose first event holds the last note of this one.';

/** A checkpoint that somebody outside keeps, signed by this log's own key. */
export type Seen = Pick<Checkpoint, 'size' | 'root'>;

/** Holds the database to what was signed, as far as it can be told without reading events. Refuses what does not fit. */
export const demandConsistent = async (
  facts: LogFacts,
  frontier: Frontier,
  tiles: KeptTiles,
  seen: Seen | null,
): Promise<void> => {
  const { head, signed, origin } = facts;
  const { size } = frontier;
  if (head < size)
    refuse(
      'TREE_SHRANK',
      size,
      `The tree shrank: ${size} events of ${origin} were signed, and the database has ${head}. ${RESTORE}`,
    );
  if (signed.size > size)
    refuse(
      'CHECKPOINT_AHEAD',
      size,
      `The database has a checkpoint of ${origin} at ${signed.size}, and this signer signed up to ${size}: its folder is an old ` +
        'copy, or another signer has its key. Put back the folder that signed last.',
    );
  const own = (at: number): Hash | Promise<Hash> =>
    at === size ? frontier.root() : rootAt(tileHashes(tiles.read, size), at);
  if (signed.root !== null && !(await own(signed.size)).equals(signed.root))
    refuse(
      'CHECKPOINT_DIFFERS',
      size,
      `The checkpoint of ${origin} at ${signed.size} in the database is not the one that this signer signed.`,
    );
  if (seen === null) return;
  if (seen.size > size)
    refuse(
      'WITNESS_SAW_MORE',
      size,
      `A witness holds a checkpoint of ${origin} at ${seen.size}, signed by this log's key, and this signer signed up to ${size}: ` +
        'its folder is an old copy. Put back the folder that signed last.',
    );
  if (!(await own(seen.size)).equals(seen.root))
    refuse(
      'WITNESS_SAW_OTHER',
      size,
      `A witness holds another checkpoint of ${origin} at ${seen.size}, signed by this log's key: there are two histories.`,
    );
};
