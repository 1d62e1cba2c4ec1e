import { setTimeout as sleep } from 'node:timers/promises';
import { signer, type BenchClient } from './bench-client.ts';
import type { Contender } from './contender.ts';
import { OPERATIONS_OF_LESSON, playLesson, type Kind, type Playing, type Waited } from './country-day.ts';
import type { DayLesson } from './country-college.ts';

/** What one thing that somebody does costs, in milliseconds of processor time. */
export interface Cost {
  readonly server: number;
  readonly postgres: number;
  readonly signer: number;
  readonly perSecond: number;
  readonly operations: number;
  /** Processor time that all of them together use in a second in which nobody does anything, in milliseconds. */
  readonly idle: number;
}

/** Where processor time is read. */
export interface Meters {
  readonly server: () => Promise<number>;
  readonly postgres: () => Promise<number>;
  readonly signer: () => Promise<number>;
}

/** How a stretch of the morning went at some rate. */
export interface Morning {
  readonly asked: number;
  readonly perSecond: number;
  readonly p50: Readonly<Record<Kind, number>>;
  readonly p99: Readonly<Record<Kind, number>>;
}

const KINDS: readonly Kind[] = ['mutation', 'page', 'diary', 'audit', 'signIn'];

/** A person pauses so long between two clicks, in the compressed time of the bench. */
const CLICK_MS = 100;

/** For so long nobody does anything, to see what that costs, in milliseconds. */
const REST_MS = 5_000;

/** Lessons that are played at once when nobody pauses. */
const AT_ONCE = 6;

const percentile = (waited: readonly Waited[], kind: Kind, share: number): number => {
  const sorted = waited
    .filter((one) => one.kind === kind)
    .map(({ ms }) => ms)
    .sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
};

const byKind = (waited: readonly Waited[], share: number): Readonly<Record<Kind, number>> =>
  Object.fromEntries(KINDS.map((kind) => [kind, percentile(waited, kind, share)])) as Record<Kind, number>;

/** Those who work and look in a bench's country: each signs in once, and again where the day says so. */
export const players = (to: Contender, adminUrl: string, today: string) => {
  const door = signer(to, adminUrl);
  const known = new Map<string, Promise<BenchClient>>();
  const playing: Playing = {
    client: (college, account) => known.getOrInsertComputed(account, () => door.signIn(college, account)),
    signIn: (college, account) => door.signIn(college, account),
    waited: [],
    today,
  };
  return { playing, close: () => door.close() };
};

/** Plays lessons as fast as they go for so long, and tells what an operation costs beside what rest costs. */
export const costOf = async (
  playing: Playing,
  lessons: Iterator<DayLesson>,
  meters: Meters,
  milliseconds: number,
): Promise<Cost> => {
  playing.waited.length = 0;
  const read = async () => await Promise.all([meters.server(), meters.postgres(), meters.signer()] as const);
  const resting = await read();
  const rested = performance.now();
  await sleep(REST_MS);
  const before = await read();
  const started = performance.now();
  const idle = before.map((value, meter) => (value - (resting[meter] ?? 0)) / (started - rested));
  let nth = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() - started < milliseconds) {
        const next = lessons.next();
        if (next.done === true) return;
        await playLesson(playing, next.value, nth++, 0);
      }
    }),
  );
  const elapsed = performance.now() - started;
  const after = await read();
  const operations = playing.waited.length;
  const [server = NaN, postgres = NaN, signing = NaN] = after.map(
    (value, meter) => (value - (before[meter] ?? 0) - (idle[meter] ?? 0) * elapsed) / operations,
  );
  return {
    ...{ server, postgres, signer: signing, operations, perSecond: (operations * 1_000) / elapsed },
    idle: idle.reduce((sum, share) => sum + share, 0) * 1_000,
  };
};

/** Plays a stretch of the morning in which so many operations a second are wanted, whether or not they are answered. */
export const morning = async (
  playing: Playing,
  lessons: Iterator<DayLesson>,
  asked: number,
  milliseconds: number,
): Promise<Morning | null> => {
  playing.waited.length = 0;
  const gap = (1_000 * OPERATIONS_OF_LESSON) / asked;
  const started = performance.now();
  const under: Promise<void>[] = [];
  for (let nth = 0; nth * gap < milliseconds; nth += 1) {
    const next = lessons.next();
    if (next.done === true) break;
    await sleep(Math.max(0, started + nth * gap - performance.now()));
    under.push(playLesson(playing, next.value, nth, CLICK_MS));
  }
  await Promise.all(under);
  if (under.length < 2) return null;
  const elapsed = performance.now() - started;
  const { waited } = playing;
  return {
    ...{ asked, perSecond: (waited.length * 1_000) / elapsed },
    ...{ p50: byKind(waited, 0.5), p99: byKind(waited, 0.99) },
  };
};
