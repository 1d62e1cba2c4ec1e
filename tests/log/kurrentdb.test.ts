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
  return kurrentdbLog({ url: real ?? server?.url ?? '', pool });
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

contract('kurrentdb', make);
