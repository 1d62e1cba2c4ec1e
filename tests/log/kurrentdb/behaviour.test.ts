import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { testDatabase, type TestDatabase } from '../../support/postgres.ts';
import { startKurrentServer, type KurrentServer } from './server/kurrent-server.ts';

let database: TestDatabase;
let server: KurrentServer;
let client: KurrentDBClient;

beforeAll(async () => {
  database = await testDatabase();
  server = await startKurrentServer({ databaseUrl: database.operatorUrl });
  client = KurrentDBClient.connectionString(server.url);
});
afterAll(async () => {
  await client.dispose();
  await server.stop();
  await database.drop();
});

it('stores an append and reads it back', async () => {
  const event = jsonEvent({ type: 'Said', data: { word: 'yes' } });
  await client.appendToStream('talk-1', [event], { streamState: 'no_stream' });
  const read = await Array.fromAsync(client.readStream('talk-1'));
  expect(read.map(({ event: found }) => found?.data)).toEqual([{ word: 'yes' }]);
});
