import type { Checkpoint } from '../checkpoint.ts';
import type { Hash } from '../leaf.ts';
import type { TileReader } from '../tile-reader.ts';

/** A witness's word under a checkpoint. */
export interface Cosigned {
  /** The name of the witness's key. */
  readonly witness: string;
  /** When, by the witness's own clock. */
  readonly at: string;
  /** The signature line, word for word. */
  readonly line: string;
}

/** A checkpoint that the signer published. */
export interface PublishedCheckpoint extends Checkpoint {
  /** The signed note with every cosignature there is. */
  readonly note: string;
  readonly signedAt: string;
  readonly cosignatures: readonly Cosigned[];
}

/** What the signer last reported: an alarm, or that everything signed was found as it was signed. */
export interface SignerReport {
  readonly at: string;
  /** Which finding: `TREE_SHRANK`, `PREFIX_DIFFERS` … */
  readonly code: string;
  readonly size: number;
  readonly sentence: string;
}

/** How far the log is signed and cosigned, and what is wrong if something is. */
export interface LedgerStatus {
  /** The last position in the log. */
  readonly head: number;
  /** How many events the latest checkpoint covers, 0 before the first. */
  readonly signed: number;
  readonly signedAt: string | null;
  /** The latest cosignature of each witness that ever gave one. */
  readonly witnesses: readonly { readonly witness: string; readonly size: number; readonly at: string }[];
  readonly verified: SignerReport | null;
  /** The alarm that stands: a later verification takes it back. */
  readonly alarm: SignerReport | null;
}

/** A key that the signer uses or has met. Whom to trust is learnt another way. */
export interface PublishedKey {
  readonly vkey: string;
  readonly kind: 'log' | 'witness';
  readonly since: string;
}

/** A leaf of the tree: the stored body, and the hash that was stored with it. */
export interface Leaf {
  readonly body: string;
  readonly leafHash: Hash;
}

/** What can be read of what the signer published, by the id of a college. Written by the signer alone. */
export interface Published {
  /** The id of the college whose log has this origin, or this id; `null` for none. */
  collegeOf(originOrId: string): Promise<string | null>;
  latest(college: string): Promise<PublishedCheckpoint | null>;
  /** The latest that at least one witness cosigned. */
  latestCosigned(college: string): Promise<PublishedCheckpoint | null>;
  checkpoint(college: string, size: number): Promise<PublishedCheckpoint | null>;
  /** The college's tiles, full ones as published and partial ones from the log. Ask for none beyond what is signed. */
  tiles(college: string): TileReader;
  /** Leaves by position; those that are not there are left out. */
  leaves(college: string, positions: readonly bigint[]): Promise<ReadonlyMap<bigint, Leaf>>;
  /** The bodies of a bundle of entries, in order. */
  entries(college: string, n: number, width: number): Promise<readonly string[]>;
  status(college: string): Promise<LedgerStatus>;
  keys(college: string): Promise<readonly PublishedKey[]>;
}
