import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

/** How long other processes may be left without the next hint, in milliseconds. */
const PAUSE_MS = 10;

// A hint that is lost in a crash is made good by a poll: it need not reach the disk.
const ANNOUNCE = `SELECT set_config('synchronous_commit', 'off', true), pg_notify('gradeledger_log', told)
  FROM unnest($1::text[]) AS told`;

/** Tells other processes how far the logs reach that this one appends to. */
export interface Announcer {
  /** Tells of an append, soon. What fails here is nobody's fault but slowness: whoever hears nothing polls. */
  announce(college: string, last: bigint): void;
  /** Resolves when everything was told. */
  idle(): Promise<void>;
}

/**
 * Announces what was appended meanwhile, of all colleges in one statement, after it was committed: a transaction that
 * notifies holds a lock of the whole cluster until it is flushed, so colleges would wait for each other's disks.
 */
export function createAnnouncer(pool: Pool): Announcer {
  const reached = new Map<string, bigint>();
  let telling: Promise<void> | null = null;

  const tell = async (): Promise<void> => {
    // Appends that were answered together are told of together.
    await Promise.resolve();
    while (reached.size > 0) {
      const told = Array.from(reached, ([college, last]) => `${college} ${last}`);
      reached.clear();
      await pool.query({ name: 'log.announce', text: ANNOUNCE, values: [told] }).catch(() => undefined);
      await sleep(PAUSE_MS);
    }
    telling = null;
  };

  return {
    announce(college, last) {
      reached.set(college, last);
      telling ??= tell();
    },
    async idle() {
      await telling;
    },
  };
}
