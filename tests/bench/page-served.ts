import { openHouse } from '../../src/house.ts';
import { serve } from '../../src/serve.ts';
import { contend } from './contender.ts';

/** Which database to serve, and how far its read models must be. */
export interface ServedSetup {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly college: string;
  readonly position: bigint;
  /** A folder of manifests: then the server takes trusted documents alone, as in production. */
  readonly documentsDir?: string;
}

const PATIENCE_MS = 600_000;

/* The real server, as `npm start` makes it, on a free port. */
contend(async ({ databaseUrl, dataDir, college, position, documentsDir }: ServedSetup) => {
  const house = await openHouse({ dataDir, databaseUrl }, 'server');
  const { origin, projector, readModels } = await serve(house, {
    host: '127.0.0.1',
    port: 0,
    ...(documentsDir !== undefined && { documentsDir, trustedOnly: true }),
  });
  for (const { name } of readModels.models)
    if (!(await projector.waitFor(name, college, position, PATIENCE_MS)))
      throw new Error(`The projection ${name} did not catch up.`);
  return origin;
});
