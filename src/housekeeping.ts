import type { Pool } from 'pg';
import { systemClock, type House } from './house.ts';
import { forgetEnded } from './identity/sign-in-code.ts';
import { keyKeeper } from './runtime/key-keeper.ts';
import type { Projector } from './runtime/projector.ts';

/** How often a server looks for colleges that another process opened, in milliseconds. */
const COLLEGES_MS = 2_000;

/** How often codes and sessions that ended a day ago are deleted, in milliseconds. */
const SESSIONS_MS = 60 * 60 * 1_000;

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

/**
 * What a server does on the side: projects colleges opened by an import, destroys keys whose end the logs tell of, and
 * forgets sessions that ended.
 */
export const keepHouse = (house: House, projector: Projector, pool: Pool): Housekeeping => {
  const keeper = keyKeeper(house.log);
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
  ];
  return {
    stop: async () => {
      timers.forEach(clearInterval);
      await keeper.stop();
    },
  };
};
