import { join } from 'node:path';
import type { Checkpoint } from '../checkpoint.ts';
import { cosignatureVerifier } from '../cosignature.ts';
import { LedgerFault } from '../fault.ts';
import { Frontier } from '../frontier.ts';
import { leafHash } from '../leaf.ts';
import { keptLogs, readCosigned } from '../witness/cosigned.ts';
import { witnessKey } from '../witness/witness-key.ts';
import { readLeaves } from './kept-leaves.ts';

/** What a check of one log of a mirror found. */
export interface MirrorCheck {
  readonly name: string;
  readonly origin: string | null;
  /** How many events the cosigned checkpoint covers. */
  readonly size: number;
  /** What is wrong, or `null`. */
  readonly fault: string | null;
}

/** The tree over the first events that a folder holds, up to a size. Throws `LedgerFault` where it holds fewer. */
const frontierOf = async (folder: string, size: number): Promise<Frontier> => {
  const frontier = new Frontier();
  for await (const leaf of readLeaves(folder)) {
    if (frontier.size === size) break;
    frontier.append(leafHash(leaf));
  }
  if (frontier.size < size)
    throw new LedgerFault(`The mirror holds ${frontier.size} events, and cosigned ${size}.`);
  return frontier;
};

/** Throws `LedgerFault` unless a folder holds exactly the events of a checkpoint; gives their tree. */
export const demandMirrored = async (
  folder: string,
  { size, root, origin }: Checkpoint,
): Promise<Frontier> => {
  const frontier = await frontierOf(folder, size);
  if (!frontier.root().equals(root))
    throw new LedgerFault(`The mirrored events of ${origin} are not those of the cosigned checkpoint.`);
  return frontier;
};

/** Proves that a mirror's folder equals its cosigned checkpoints, log by log. Throws `LedgerFault` when its key is unusable. */
export const checkMirror = async (folder: string): Promise<readonly MirrorCheck[]> => {
  const names = await keptLogs(folder);
  const own = cosignatureVerifier(await witnessKey(folder, null, false));
  return Promise.all(
    names.map(async (name): Promise<MirrorCheck> => {
      let origin: string | null = null;
      let size = 0;
      try {
        const kept = await readCosigned(folder, name, own);
        if (!kept) return { name, origin, size, fault: 'No checkpoint was cosigned.' };
        ({ origin, size } = kept.checkpoint);
        await demandMirrored(join(folder, name), kept.checkpoint);
        return { name, origin, size, fault: null };
      } catch (error) {
        if (error instanceof LedgerFault) return { name, origin, size, fault: error.message };
        throw error;
      }
    }),
  );
};
