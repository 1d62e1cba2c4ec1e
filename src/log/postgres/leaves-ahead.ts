import type { Pool } from 'pg';

const MAKE_AHEAD = 'SELECT log.make_ahead($1) AS again';

/** Has the next leaf of a college's log made while the last one is half full. */
export interface LeavesAhead {
  /** Tells of an append. What fails here is nobody's fault but slowness: an append makes the leaf that it lacks. */
  raise(college: string, last: bigint): void;
  /** Resolves when nothing is being made. */
  idle(): Promise<void>;
}

/** One question for each college at its first append here, and then one for each leaf. */
export function createLeavesAhead(pool: Pool): LeavesAhead {
  const again = new Map<string, bigint>();
  const reached = new Map<string, bigint>();
  const making = new Map<string, Promise<void>>();

  const make = async (college: string): Promise<void> => {
    try {
      const query = { name: 'log.make_ahead', text: MAKE_AHEAD, values: [college] };
      let next: bigint;
      // Appends that were told of meanwhile may have passed the place at which to ask again.
      do {
        const { rows } = await pool.query<{ again: string }>(query);
        if (!rows[0]) break;
        next = BigInt(rows[0].again);
        again.set(college, next);
      } while ((reached.get(college) ?? 0n) >= next);
    } catch {
      // Asked again at the next append.
    }
    making.delete(college);
  };

  return {
    raise(college, last) {
      reached.set(college, last);
      if (last < (again.get(college) ?? 0n) || making.has(college)) return;
      making.set(college, make(college));
    },
    async idle() {
      await Promise.all(making.values());
    },
  };
}
