/**
 * Memory of the server while it works for a while with everything held open that can be: subscriptions of screens that come
 * and go, followers of the log, the projector, queries that wait for a position. `soak 5` takes five minutes; it is twenty unless told.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { BenchResult } from './append.ts';
import { signer, type BenchClient } from './bench-client.ts';
import { growServer, type GrownServer } from './grown-server.ts';
import { median } from './median.ts';
import { looking, marking, polling, visiting, type Soak } from './soak-load.ts';
import type { Held } from './soak-served.ts';
import { watching } from './soak-watchers.ts';

const EVENTS = 20_000;
const MINUTES = 20;

/** Caches fill first: what is held then is what the rest is compared with. */
const WARM_MS = 180_000;

const [MARKING, POLLING, LOOKING] = [4, 50, 2];

/** Screens, of four subscriptions each. */
const WATCHING = 8;

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

interface Trend {
  /** Growth in a minute, as a share of what was held at the start. */
  readonly slope: number;
  /** The uncertainty of it: one standard error. */
  readonly error: number;
  /** The greatest distance from what was held at the start, as a share of it: pages that V8 gave back for a moment, too. */
  readonly drift: number;
  /** How much more was held in the last quarter than in the first, the middle of each, as a share. */
  readonly growth: number;
}

/** The straight line through values that were taken a minute apart. */
export const trendOf = (values: readonly number[]): Trend => {
  const [first = NaN] = values;
  const n = values.length;
  const quarter = Math.ceil(n / 4);
  const [middle, mean] = [(n - 1) / 2, values.reduce((sum, value) => sum + value, 0) / n];
  const width = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / width;
  const rest = values.reduce((sum, value, i) => sum + (value - mean - slope * (i - middle)) ** 2, 0);
  return {
    slope: slope / first,
    error: Math.sqrt(rest / Math.max(1, n - 2) / width) / first,
    drift: Math.max(...values.map((value) => Math.abs(value / first - 1))),
    growth: median(values.slice(-quarter)) / median(values.slice(0, quarter)) - 1,
  };
};

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

const told = (name: string, { slope, error, drift, growth }: Trend): string =>
  `${name}: ${percent(growth)} more at the end; at most ${percent(drift)} from the start; trend ${percent(slope)} a minute ± ${percent(error)}`;

const soaking = async (
  { contender, pages, college, administrator, server, events }: GrownServer,
  minutes: number,
): Promise<{ readonly held: readonly Held[]; readonly count: Soak['count'] }> => {
  const door = signer(contender, server.adminUrl);
  const signIn = (account: string): Promise<BenchClient> => door.signIn(college, account);
  const ending = new AbortController();
  const teachers = new Map<string, BenchClient>();
  for (const { teacher } of pages) if (!teachers.has(teacher)) teachers.set(teacher, await signIn(teacher));
  const soak: Soak = {
    ...{ administrator: await signIn(administrator), teachers, pages, signIn, signal: ending.signal },
    ...{
      count: { mutations: 0, refused: 0, reads: 0, polls: 0, sessions: 0, screens: 0, told: 0 },
      head: BigInt(events),
    },
  };
  const loads = Promise.all([
    ...Array.from({ length: MARKING }, () => marking(soak)),
    ...Array.from({ length: POLLING }, (_, ahead) => polling(soak, 1 + (ahead % 10))),
    ...Array.from({ length: LOOKING }, () => looking(soak)),
    ...Array.from({ length: WATCHING }, (_, nth) => watching(soak, nth)),
    visiting(soak),
  ]);
  const held: Held[] = [];
  const measure = async (): Promise<void> => {
    const now = (await contender.ask('held')) as Held;
    console.log(
      `minute ${held.length}: RSS ${megabytes(now.rss)} MB, heap ${megabytes(now.heapUsed)} MB; ${JSON.stringify(soak.count)}`,
    );
    held.push(now);
  };
  const measured = async (): Promise<void> => {
    await sleep(WARM_MS);
    await measure();
    while (held.length <= minutes) {
      await sleep(60_000);
      await measure();
    }
  };
  try {
    await Promise.race([measured(), loads]);
  } finally {
    ending.abort();
    await loads.catch(() => undefined);
    await door.close();
  }
  return { held, count: soak.count };
};

/** Runs the bench and says what it found; `part`: for how many minutes. */
export async function run(part?: string): Promise<BenchResult> {
  const minutes = part === undefined ? MINUTES : Number(part);
  if (!(minutes >= 2)) throw new Error('Name a number of minutes, two at least: soak 5.');
  const server = await growServer(EVENTS, 'all', 'soak-served.ts');
  try {
    const { held, count } = await soaking(server, minutes);
    const [rss, heap] = [trendOf(held.map((at) => at.rss)), trendOf(held.map((at) => at.heapUsed))];
    console.log(told('RSS', rss));
    console.log(told('heap', heap));
    const rounded = (value: number): number => Number(value.toFixed(4));
    return {
      bench: 'soak',
      ratios: { rss: rounded(rss.growth), heap: rounded(heap.growth) },
      spread: {
        rss: told('RSS', rss),
        heap: told('heap', heap),
      },
      perSecond: { mutations: Math.round(count.mutations / (minutes * 60 + WARM_MS / 1_000)) },
      notes: `growth from the first quarter to the last as a share, over ${minutes} minutes after three of warming up, each after a garbage collection; held open: ${4 * WATCHING} subscriptions over WebSockets, 22 followers of the log, the projector, ${POLLING} queries that wait for a position; ${JSON.stringify(count)}`,
    };
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(await run(process.argv[2])));
