import type { Pool } from 'pg';
import type { Session } from './session.ts';

/** How long a found session is believed: an ended one is refused within this time (T05). */
const BELIEVED_MS = 1_000;

/** Sessions remembered at most; beyond that all are forgotten, which costs one query each. */
const MOST = 10_000;

interface Remembered {
  readonly session: Session;
  readonly foundAt: number;
}

const memories = new WeakMap<Pool, Map<string, Remembered>>();

const memoryOf = (pool: Pool): Map<string, Remembered> => {
  const found = memories.get(pool) ?? new Map<string, Remembered>();
  memories.set(pool, found);
  return found;
};

/** A session found a moment ago and not expired since, or undefined. */
export const remembered = (pool: Pool, key: string, now: string): Session | undefined => {
  const found = memoryOf(pool).get(key);
  if (found === undefined) return undefined;
  const age = Date.parse(now) - found.foundAt;
  if (age >= 0 && age < BELIEVED_MS && now < found.session.expires) return found.session;
  memoryOf(pool).delete(key);
  return undefined;
};

/** Keeps a session for the next second. */
export const remember = (pool: Pool, key: string, session: Session, now: string): void => {
  const memory = memoryOf(pool);
  if (memory.size >= MOST) memory.clear();
  memory.set(key, { session, foundAt: Date.parse(now) });
};

/** Forgets a session that has just been ended here. */
export const forget = (pool: Pool, key: string): void => {
  memoryOf(pool).delete(key);
};
