import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openHouse, type House } from '../../src/house.ts';
import { serve } from '../../src/serve.ts';
import { contend } from './contender.ts';
import type { ServedSetup } from './page-served.ts';

const PATIENCE_MS = 120_000;

/** Followers of the log at its head, and those who read it from the beginning over and over. */
const [AT_HEAD, FROM_START] = [20, 2];

/** How long one who has read it all waits before it begins again, in milliseconds. */
const READ_AGAIN_MS = 10_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What a process holds once its garbage is gone, in bytes. */
export interface Held {
  readonly rss: number;
  readonly heapUsed: number;
}

const follow = async (house: House, college: string): Promise<void> => {
  const never = new AbortController().signal;
  for await (const page of house.log.subscribe(college, await house.log.head(college), never))
    if (page.length === 0) throw new Error('A follower was given nothing.');
};

const readOver = async (house: House, college: string): Promise<void> => {
  for (;;) {
    const head = await house.log.head(college);
    const round = new AbortController();
    for await (const page of house.log.subscribe(college, 0n, round.signal))
      if ((page.at(-1)?.position ?? 0n) >= head) round.abort();
    await sleep(READ_AGAIN_MS);
  }
};

/* The real server with followers held open, which tells what it holds when it is asked. */
contend(
  async ({ databaseUrl, dataDir, college, position }: ServedSetup) => {
    const house = await openHouse({ dataDir, databaseUrl }, 'server');
    const { origin, projector, readModels } = await serve(
      house,
      { host: '127.0.0.1', port: 0 },
      { log: { write: () => undefined } },
    );
    for (const { name } of readModels.models)
      if (!(await projector.waitFor(name, college, position, PATIENCE_MS)))
        throw new Error(`The projection ${name} did not catch up.`);
    for (let nth = 0; nth < AT_HEAD; nth += 1) void follow(house, college);
    for (let nth = 0; nth < FROM_START; nth += 1) void readOver(house, college);
    return origin;
  },
  {
    held: (): Held => {
      collect();
      collect();
      const { rss, heapUsed } = process.memoryUsage();
      return { rss, heapUsed };
    },
  },
);
