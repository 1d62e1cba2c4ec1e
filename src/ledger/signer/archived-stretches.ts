import type { Hash } from '../leaf.ts';

/** A stretch of a log that lies in a file, and the root of its own tree. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly root: Hash;
}

/** The stretch that a position was archived with. */
export const archivedIn = (stretches: readonly Stretch[], position: number): Stretch | undefined =>
  stretches.find(({ first, last }) => first <= position && position <= last);
