/** How deliveries are paced; tests are less patient. */
export interface Pace {
  /** How long a receiver may take for one message, in milliseconds. */
  readonly timeoutMs: number;
  /** How long the first failure is waited out, in milliseconds; each further one twice as long. */
  readonly firstWaitMs: number;
  /** The longest wait, in milliseconds, whatever a receiver asks for. */
  readonly longestWaitMs: number;
  /** After how long without a single delivery a webhook is paused, in milliseconds. */
  readonly giveUpMs: number;
}

/** A minute's restart costs seconds, a night's outage costs nothing, and a receiver that nobody misses ends after five days. */
export const PACE: Pace = {
  timeoutMs: 15_000,
  firstWaitMs: 2_000,
  longestWaitMs: 60 * 60 * 1_000,
  giveUpMs: 5 * 24 * 60 * 60 * 1_000,
};

/**
 * How long to wait after so many failures in a row: twice as long each time, less up to a half by chance, so that
 * webhooks that failed together do not come back together; what the receiver asks for, where that is longer.
 */
export const waitAfter = (
  failures: number,
  retryAfterMs: number | null,
  { firstWaitMs, longestWaitMs }: Pace,
  chance: number = Math.random(),
): number => {
  const doubled = Math.min(firstWaitMs * 2 ** Math.min(failures - 1, 30), longestWaitMs);
  return Math.round(Math.min(Math.max(doubled * (1 - chance / 2), retryAfterMs ?? 0), longestWaitMs));
};
