import type { Pool } from 'pg';
import { connections } from '../../../src/database/pools.ts';
import { kurrentdbLog } from '../../../src/log/kurrentdb/kurrentdb-log.ts';
import type { SealedLog } from '../../../src/log/event-log.ts';
import { testDatabase, type TestDatabase } from '../../support/postgres.ts';
import { startKurrentServer, type KurrentServer } from './server/kurrent-server.ts';
import type { Features } from './server/calls/features.ts';

/** A server that speaks KurrentDB's protocol, and databases for indexes. */
export interface World {
  readonly server: KurrentServer;
  readonly database: TestDatabase;
  /** Connections that the world ends. */
  pool(url: string): Pool;
  /** A log as another process would have it, with its index in the world's database or in another one. */
  log(at?: { readonly database?: TestDatabase; readonly url?: string }): SealedLog;
  /** Another database, empty and migrated. */
  another(): Promise<TestDatabase>;
  close(): Promise<void>;
}

/** Starts one for a test file: `await startWorld()`, and `close()` it in `afterAll`. */
export const startWorld = async (features: Partial<Features> = {}): Promise<World> => {
  const database = await testDatabase();
  const databases = [database];
  const server = await startKurrentServer({ databaseUrl: database.operatorUrl, features });
  const pools: Pool[] = [];
  const logs: SealedLog[] = [];
  const pool = (connectionString: string): Pool => {
    const made = connections(connectionString).pool(4);
    pools.push(made);
    return made;
  };
  return {
    server,
    database,
    pool,
    log({ database: of = database, url = server.url } = {}) {
      const log = kurrentdbLog({ url, pool: pool(of.appUrl) });
      logs.push(log);
      return log;
    },
    async another() {
      const made = await testDatabase();
      databases.push(made);
      return made;
    },
    async close() {
      await server.faults.clear();
      await Promise.all(logs.map((log) => log.close()));
      await Promise.all(pools.map((made) => made.end()));
      await server.stop();
      for (const made of databases) await made.drop();
    },
  };
};

/** Everything of a college that is in no other place, as the index has it. */
export const indexOf = async (pool: Pool, college: string): Promise<unknown> => {
  const events = await pool.query(
    `SELECT e.position::text, s.name, e.revision, e.id, e.command, e.type, e.version, e.sealed, e.recorded_at, e.body,
            encode(e.leaf_hash, 'hex') AS leaf
       FROM log.event e JOIN log.stream s ON s.no = e.stream JOIN log.college c ON c.no = e.college
      WHERE c.id = $1 ORDER BY e.position`,
    [college],
  );
  const commands = await pool.query(
    `SELECT k.id, encode(k.fingerprint, 'hex') AS fingerprint, k.first::text, k.last::text
       FROM log.command k JOIN log.college c ON c.no = k.college WHERE c.id = $1 ORDER BY k.first`,
    [college],
  );
  return { events: events.rows, commands: commands.rows };
};
