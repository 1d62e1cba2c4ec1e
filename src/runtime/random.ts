import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const SIZE = 16;
const pool = Buffer.alloc(1_024 * SIZE);
let used = pool.length;

/** 16 fresh random bytes; drawn from a pool, since each event takes several and asking the system is dear. */
const random = (): Buffer => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += SIZE;
  return pool.subarray(used - SIZE, used);
};

/** 16 fresh random bytes, base64url. */
export const randomText = (): string => random().toString('base64url');

/** A new UUID of version 7 for an instant, in milliseconds since 1970. */
export const newId = (msecs: number): string => v7({ msecs, random: random() });
