import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import type { SealedLog } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { contract } from './contract.ts';
import { collegesContract } from './postgres-colleges.ts';
import { crowdContract } from './postgres-crowd.ts';
import { rightsContract } from './postgres-rights.ts';

let database: TestDatabase;
const pools: Pool[] = [];

/** A log on a pool of its own, as another process would have it. */
function make(): SealedLog {
  const pool = connections(database.appUrl).pool(4, { isPipelined: true });
  pools.push(pool);
  return postgresLog({ pool });
}

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
});
afterAll(() => database.drop());

contract('postgres', make);
rightsContract(() => database, make);
crowdContract(() => database, make);
collegesContract(make);
