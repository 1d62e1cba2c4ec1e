import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { testDatabase, type TestDatabase } from '../../../support/postgres.ts';
import {
  startKurrentServer,
  type KurrentServer,
  type KurrentServerOptions,
} from '../server/kurrent-server.ts';

/** A server of a test file's own, and what a test needs to get at it. */
export interface Served {
  readonly server: () => KurrentServer;
  /** Another server on the same database, stopped after the test. */
  readonly another: (options?: Partial<KurrentServerOptions>) => Promise<KurrentServer>;
  /** A client of its own: what befalls its connection is nobody else's affair. */
  readonly connect: (url?: string) => KurrentDBClient;
}

/** Starts a server before the tests of a file and ends its faults, other servers and clients after each of them. */
export function served(): Served {
  let database: TestDatabase;
  let server: KurrentServer;
  const others: KurrentServer[] = [];
  const clients: KurrentDBClient[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    server = await startKurrentServer({ databaseUrl: database.operatorUrl });
  });
  afterEach(async () => {
    await server.faults.clear();
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    await Promise.all(others.splice(0).map((other) => other.stop()));
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });
  return {
    server: () => server,
    another: async (options = {}) => {
      const other = await startKurrentServer({ databaseUrl: database.operatorUrl, ...options });
      others.push(other);
      return other;
    },
    connect: (url = server.url) => {
      const client = KurrentDBClient.connectionString(url);
      clients.push(client);
      return client;
    },
  };
}
