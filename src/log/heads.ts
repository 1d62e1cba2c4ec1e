/** How far each college's log is known to reach, and who waits for it to reach further. */
export interface Heads {
  /** Says that a college's log reaches to this position; a lower one than known changes nothing. */
  raise(college: string, position: bigint): void;
  /** Whether a college's log is known to reach beyond a position. */
  isBeyond(college: string, position: bigint): boolean;
  /** Resolves once the log reaches beyond a position, after `ms` milliseconds at the latest, or on abort. */
  beyond(college: string, position: bigint, ms: number, signal: AbortSignal): Promise<void>;
}

/** A wake-up is only a hint, so a lost one costs time and never an event. */
export function createHeads(): Heads {
  const known = new Map<string, bigint>();
  const waiting = new Map<string, Set<() => void>>();

  const isBeyond = (college: string, position: bigint): boolean => (known.get(college) ?? 0n) > position;

  return {
    isBeyond,

    raise(college, position) {
      if (isBeyond(college, position - 1n)) return;
      known.set(college, position);
      for (const wake of waiting.get(college) ?? []) wake();
    },

    async beyond(college, position, ms, signal) {
      if (isBeyond(college, position) || signal.aborted) return;
      const sleepers = waiting.getOrInsertComputed(college, () => new Set());
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(resolve, ms, undefined);
      const wake = () => {
        if (isBeyond(college, position)) resolve(undefined);
      };
      const stop = () => {
        resolve(undefined);
      };
      sleepers.add(wake);
      signal.addEventListener('abort', stop);
      await promise;
      clearTimeout(timer);
      sleepers.delete(wake);
      signal.removeEventListener('abort', stop);
    },
  };
}
