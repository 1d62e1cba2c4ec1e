import type { Pool } from 'pg';
import { systemClock, type House } from './house.ts';
import { forgetEnded } from './identity/sign-in-code.ts';
import { keyKeeper } from './runtime/key-keeper.ts';
import type { PageCache } from './runtime/page-cache.ts';
import type { Projector } from './runtime/projector.ts';
import type { ReadModels } from './runtime/read-models.ts';
import { scrubTables } from './runtime/scrub.ts';

/** How often a server looks for colleges that another process opened, in milliseconds. */
const COLLEGES_MS = 2_000;

/** How often codes and sessions that ended a day ago are deleted, in milliseconds. */
const SESSIONS_MS = 60 * 60 * 1_000;

/** How often tables with overwritten texts are written anew, in milliseconds. */
const SCRUB_MS = 5_000;

/** How long a page may wait for the read models to show that a text was erased, in milliseconds. */
const PATIENCE_MS = 30_000;

/** Until which hour of the machine's night large tables may be locked for a moment. */
const NIGHT_UNTIL = 5;

const dayAgo = (): string => new Date(Date.parse(systemClock()) - 24 * 60 * 60 * 1_000).toISOString();

/** Does something now and then until it is stopped; what fails for now is tried again the next time. */
const repeatedly = (ms: number, act: () => Promise<void>): NodeJS.Timeout =>
  setInterval(() => {
    act().catch(() => undefined);
  }, ms).unref();

/** What goes on beside the requests. */
export interface Housekeeping {
  /** Ends it, after what is under way. */
  stop(): Promise<void>;
}

/** What is kept in order. */
export interface Kept {
  readonly projector: Projector;
  readonly readModels: Pick<ReadModels, 'pool'>;
  readonly pool: Pool;
  readonly pages: PageCache;
}

/**
 * What a server does on the side: projects colleges opened by an import, destroys keys whose end the logs tell of and
 * forgets what they had opened, writes tables anew from which texts were erased, and forgets sessions that ended.
 */
export const keepHouse = (house: House, { projector, readModels, pool, pages }: Kept): Housekeeping => {
  const forget = async (college: string, position: bigint): Promise<void> => {
    (await house.college(college)).forget();
    await projector.waitFor('gradebook', college, position, PATIENCE_MS);
    pages.forget(college);
  };
  const keeper = keyKeeper(house.log, (college, position) => {
    forget(college, position).catch(() => undefined);
  });
  let scrubbing: Promise<unknown> = Promise.resolve();
  const followAll = async (): Promise<void> => {
    for (const { id } of await house.colleges()) {
      projector.follow(id);
      keeper.follow(id);
    }
  };
  followAll().catch(() => undefined);
  const timers = [
    repeatedly(COLLEGES_MS, followAll),
    repeatedly(SESSIONS_MS, () => forgetEnded(pool, dayAgo())),
    repeatedly(SCRUB_MS, async () => {
      const isNight = new Date(systemClock()).getHours() < NIGHT_UNTIL;
      scrubbing = scrubTables(readModels.pool, isNight);
      await scrubbing;
    }),
  ];
  return {
    stop: async () => {
      timers.forEach(clearInterval);
      await keeper.stop();
      await scrubbing.catch(() => undefined);
    },
  };
};
