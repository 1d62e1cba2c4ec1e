import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import type { SealedLog } from '../../src/log/event-log.ts';
import { kurrentdbLog } from '../../src/log/kurrentdb/kurrentdb-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { contract } from './contract.ts';
import { startKurrentServer, type KurrentServer } from './kurrentdb/server/kurrent-server.ts';

/** A server that is really KurrentDB, where there is one. */
const real = process.env['KURRENTDB_URL'];

let database: TestDatabase;
let server: KurrentServer | null = null;
const pools: Pool[] = [];

/** A log on connections of its own, as another process would have it. */
function make(): SealedLog {
  const pool = connections(database.appUrl).pool(4);
  pools.push(pool);
  // The client's first look for a node fails, and it looks again after half a second: too long for each of many tests.
  return kurrentdbLog({ url: real ?? `${server?.url ?? ''}&discoveryInterval=20`, pool });
}

beforeAll(async () => {
  database = await testDatabase();
  if (!real) server = await startKurrentServer({ databaseUrl: database.operatorUrl });
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
});
afterAll(async () => {
  await server?.stop();
  await database.drop();
});

// A run of the model is some fifteen appends, each with a way to the server and back to its number.
contract('kurrentdb', make, { keepsArrival: false, histories: 12 });
