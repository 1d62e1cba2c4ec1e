import type { Context } from './context.ts';
import { problem } from './errors/problem.ts';

/** What the argument `minPosition` says of itself. */
export const MIN_POSITION = {
  nullable: true,
  description: 'The position a mutation answered with: the query waits, bounded, until it shows it.',
} as const;

/** Waits for a position that the caller wants to see; answers `SERVICE_UNAVAILABLE` when it does not come in time. */
export const reach = async (context: Context, minPosition: bigint | null | undefined): Promise<void> => {
  if (minPosition === null || minPosition === undefined) return;
  if (await context.settled(minPosition)) return;
  throw problem('POSITION_NOT_REACHED');
};
