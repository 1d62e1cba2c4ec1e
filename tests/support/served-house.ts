import type { Config } from '../../src/config.ts';
import { openHouse, type House } from '../../src/house.ts';
import { serve, type ServeOptions, type Serving } from '../../src/serve.ts';
import { EXECUTOR } from './executor.ts';
import { testDatabase, type TestDatabase } from './postgres.ts';

/** The real server on a database of its own, for one test file. */
export interface ServedHouse extends Serving {
  readonly house: House;
  readonly database: TestDatabase;
  /** The lines the server has logged so far. */
  readonly log: readonly string[];
}

/** Serves a house on a free port: `await serveHouse()`, and `close()` it in `afterAll`. */
export const serveHouse = async (
  options: Pick<ServeOptions, 'executor' | 'liveLimits' | 'webhookPace'> = {},
  settings: Partial<Pick<Config, 'signIn' | 'webhooks' | 'observing'>> = {},
): Promise<ServedHouse> => {
  const database = await testDatabase();
  const { dataDir, operatorUrl: databaseUrl } = database;
  const house = await openHouse({ dataDir, databaseUrl }, 'server');
  const log: string[] = [];
  const serving = await serve(
    house,
    { host: '127.0.0.1', port: 0, ...settings },
    { executor: EXECUTOR, ...options, log: { write: (line) => void log.push(line) } },
  );
  return {
    ...serving,
    house,
    database,
    log,
    async close() {
      await serving.close();
      await house.close();
      await database.drop();
    },
  };
};
