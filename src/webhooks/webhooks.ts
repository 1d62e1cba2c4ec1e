import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from '../database/passing-error.ts';
import type { RunningCollege } from '../runtime/college.ts';
import type { Feeds } from '../runtime/live/feeds.ts';
import type { ProjectorLocks } from '../runtime/projector-locks.ts';
import { CollegeDeliveries, isActive } from './college-deliveries.ts';
import type { Desk } from './desk.ts';
import { Tidier } from './tidier.ts';

/** What deliveries go round. */
export interface DeliveryRounds extends Desk {
  readonly colleges: () => Promise<readonly { readonly id: string }[]>;
  readonly college: (id: string) => Promise<RunningCollege>;
  /** When the webhooks of a college last changed, as far as this process knows; it costs nothing to ask. */
  readonly changed: (college: string) => bigint;
  /** What happens in the colleges; subscriptions take the same. */
  readonly feeds: Pick<Feeds, 'take' | 'giveBack'>;
  /** One deliverer for each college, of all processes. */
  readonly locks: ProjectorLocks;
}

/** Deliveries, at work. */
export interface Deliveries {
  /** Ends them; a message that is under way is sent again by whoever goes on. */
  stop(): Promise<void>;
}

/** How often it is looked for colleges and for webhooks that this process has seen change, in milliseconds. */
const ROUND_MS = 250;

/** How often it is looked for what other processes have seen, and whether a deliverer among them has died, in milliseconds. */
const LOOK_MS = 2_000;

/** Delivers the webhooks of every college of which no other process does. A college without webhooks costs a look-up. */
export const startDeliveries = (rounds: DeliveryRounds): Deliveries => {
  const { report, feeds, locks, webhooks } = rounds;
  const stopping = new AbortController();
  const { signal } = stopping;
  const working = new Map<string, Promise<void>>();

  const told = (fault: unknown): null => {
    // What is out of reach for now is tried again.
    if (!isPassing(fault)) report(fault);
    return null;
  };
  const resting = async (): Promise<void> => {
    await sleep(ROUND_MS, undefined, { signal, ref: false }).catch(() => undefined);
  };

  const deliver = async (college: RunningCollege, lost: AbortSignal): Promise<void> => {
    const feed = await feeds.take(college.id);
    try {
      await new CollegeDeliveries(rounds, { college, feed }, AbortSignal.any([signal, lost])).run();
    } finally {
      await feeds.giveBack(college.id, feed);
    }
  };

  const round = async (college: RunningCollege, tidier: Tidier): Promise<void> => {
    const found = (await webhooks(college.id, 0n)) ?? [];
    if (!found.some(isActive)) {
      await tidier.tidy(found);
      return;
    }
    // The read model of webhooks has a lock of its own, under its name.
    const name = `deliveries of webhooks.${college.id}`;
    const lost = await locks.take(name);
    if (!lost) return;
    try {
      await deliver(college, lost);
    } finally {
      await locks.release(name);
    }
  };

  const serve = async (college: RunningCollege): Promise<void> => {
    const tidier = new Tidier(rounds, college);
    let [seen, lookedAt] = [-1n, -Infinity];
    while (!signal.aborted) {
      const [changed, now] = [rounds.changed(college.id), performance.now()];
      if (changed !== seen || now - lookedAt >= LOOK_MS) {
        [seen, lookedAt] = [changed, now];
        await round(college, tidier).catch(told);
      }
      await resting();
    }
  };

  const look = async (): Promise<void> => {
    while (!signal.aborted) {
      for (const { id } of await rounds.colleges().catch(() => [])) {
        const college = working.has(id) ? null : await rounds.college(id).catch(told);
        if (college) working.set(id, serve(college));
      }
      await resting();
    }
  };

  const looking = look();
  return {
    async stop() {
      stopping.abort();
      await looking;
      await Promise.all(working.values());
      await locks.close();
    },
  };
};
