import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openHouse } from '../../src/house.ts';
import type { LiveServer } from '../../src/server/live/live.ts';
import { serve } from '../../src/serve.ts';
import { contend } from './contender.ts';
import type { ServedSetup } from './page-served.ts';
import type { Held } from './soak-served.ts';

/** The real server, for a crowd that signs in with few accounts. */
export interface LiveSetup extends ServedSetup {
  readonly sockets: number;
  readonly subscriptions: number;
}

const PATIENCE_MS = 120_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let live: LiveServer | null = null;

/* The real server, which tells how much is open on it and what it holds. */
contend(
  async ({ databaseUrl, dataDir, college, position, sockets, subscriptions }: LiveSetup) => {
    const house = await openHouse({ dataDir, databaseUrl }, 'server');
    const serving = await serve(
      house,
      { host: '127.0.0.1', port: 0 },
      {
        log: { write: () => undefined },
        liveLimits: { connectionsOfAccount: sockets, subscriptionsOfAccount: subscriptions },
      },
    );
    live = serving.live;
    for (const { name } of serving.readModels.models)
      if (!(await serving.projector.waitFor(name, college, position, PATIENCE_MS)))
        throw new Error(`The projection ${name} did not catch up.`);
    return serving.origin;
  },
  {
    open: (): number => live?.open().subscriptions ?? 0,
    held: (): Held => {
      collect();
      collect();
      const { rss, heapUsed } = process.memoryUsage();
      return { rss, heapUsed };
    },
  },
);
