import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { testDatabase, type TestDatabase } from '../../support/postgres.ts';
import { appending } from './behaviour/appending.ts';
import { deleting } from './behaviour/deleting.ts';
import { following } from './behaviour/following.ts';
import { reading } from './behaviour/reading.ts';
import { recording } from './behaviour/recording.ts';
import { startKurrentServer, type KurrentServer } from './server/kurrent-server.ts';

/** A real server, 26.1 or later, that may be written to; without one ours is judged. */
const REAL = process.env['KURRENTDB_URL'];

let database: TestDatabase | undefined;
let server: KurrentServer | undefined;
let client: KurrentDBClient;

beforeAll(async () => {
  if (!REAL) {
    database = await testDatabase();
    server = await startKurrentServer({ databaseUrl: database.operatorUrl });
  }
  client = KurrentDBClient.connectionString(REAL ?? server?.url ?? '');
});
afterAll(async () => {
  await client.dispose();
  await server?.stop();
  await database?.drop();
});

describe(`the official client against ${REAL ? 'the server of KURRENTDB_URL' : 'the server of the tests'}`, () => {
  const connected = () => client;
  appending(connected);
  recording(connected);
  reading(connected);
  following(connected);
  deleting(connected);
});
