import { proveConsistency } from '../src/ledger/consistency.ts';
import { proveInclusion } from '../src/ledger/inclusion.ts';
import type { Hash } from '../src/ledger/leaf.ts';
import type { Published, PublishedCheckpoint } from '../src/ledger/published/published.ts';
import { tileHashes } from '../src/ledger/tile-reader.ts';
import { writeTlogProof } from '../src/ledger/tlog-proof.ts';
import type { Checkpoint, ConsistencyProof, InclusionProof } from './nouns/log-proof.ts';

const base64 = (hashes: readonly Hash[]): readonly string[] => hashes.map((hash) => hash.toString('base64'));

/** A checkpoint as the API shows it. */
export const checkpointOf = (found: PublishedCheckpoint): Checkpoint => {
  const { origin, size, root, note, signedAt, cosignatures } = found;
  return {
    origin,
    treeSize: BigInt(size),
    rootHash: root.toString('base64'),
    note,
    signedAt,
    cosignatures,
  };
};

/** A leaf whose place in a tree is to be proved. */
export interface Proved {
  readonly position: bigint;
  readonly leafHash: Hash;
}

/** The proof that a leaf stands in the tree of a size, with the checkpoint of that size if one was signed. */
export const inclusionOf = async (
  published: Published,
  college: string,
  { position, leafHash }: Proved,
  size: number,
  checkpoint: PublishedCheckpoint | null,
): Promise<InclusionProof> => {
  const index = Number(position) - 1;
  const path = await proveInclusion(tileHashes(published.tiles(college), size), index, size);
  return {
    leafIndex: BigInt(index),
    treeSize: BigInt(size),
    leafHash: leafHash.toString('base64'),
    hashes: base64(path),
    tlogProof: checkpoint && writeTlogProof({ index, path, note: checkpoint.note }),
  };
};

/** The proof that the tree of one size goes on from that of another. */
export const consistencyOf = async (
  published: Published,
  college: string,
  from: number,
  to: number,
): Promise<ConsistencyProof> => {
  const hashes = await proveConsistency(tileHashes(published.tiles(college), to), from, to);
  return { from: BigInt(from), to: BigInt(to), hashes: base64(hashes) };
};
