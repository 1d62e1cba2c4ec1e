import type { DataKey } from './data-key.ts';

/** What a keyring knows under a name: the key, or that it was destroyed. */
export type Kept = DataKey | 'destroyed';

/** The data encryption keys of the colleges, by name. Every engine passes the suite in `tests/keys/contract.ts`. */
export interface Keyring {
  /** The keys under these names, made where there was none yet: processes that ask at once get the same one. */
  obtain(college: string, names: readonly string[]): Promise<ReadonlyMap<string, Kept>>;
  /** The keys under these names; one that was never made is missing. */
  find(college: string, names: readonly string[]): Promise<ReadonlyMap<string, Kept>>;
  /** Destroys keys for ever, whether or not they were there: none will be made under their names again. */
  destroy(college: string, names: readonly string[]): Promise<void>;
  /** Up to which position of a college's log the ends of its keys were carried out; 0 at first. */
  reached(college: string): Promise<bigint>;
  /** Notes how far they were. */
  reach(college: string, position: bigint): Promise<void>;
}
