import { openHouse } from '../../src/house.ts';
import { serve } from '../../src/serve.ts';
import { contend } from './contender.ts';

/** Which database to serve. */
export interface CountrySetup {
  readonly databaseUrl: string;
  readonly dataDir: string;
}

let lag = (): number => 0;

/* The real server for as many colleges as there are; it tells how many projections stand behind their log. */
contend(
  async ({ databaseUrl, dataDir }: CountrySetup) => {
    const house = await openHouse({ dataDir, databaseUrl }, 'server');
    const { origin, projector } = await serve(
      house,
      { host: '127.0.0.1', port: 0 },
      { log: { write: () => undefined } },
    );
    lag = () => projector.projectorStatus().filter(({ state }) => state !== 'following').length;
    return origin;
  },
  { unready: () => lag(), rss: () => process.memoryUsage().rss },
);
