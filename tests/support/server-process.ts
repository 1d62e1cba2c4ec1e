import { openHouse } from '../../src/house.ts';
import { serve } from '../../src/serve.ts';

/*
 * The server as a process of its own, for tests that kill it: `DATABASE_URL` is the database of the test, `DATA_DIR` its
 * folder, and the colleges there go by the clock of the test, `TEST_NOW`; it sends webhooks to this machine. Its one line of output is where it listens.
 */
const { DATABASE_URL: databaseUrl = '', DATA_DIR: dataDir = '', TEST_NOW: now = '' } = process.env;
const house = await openHouse({ dataDir, databaseUrl }, 'server');
for (const college of await house.colleges()) await house.open({ ...college, clock: 'virtual' }, () => now);
const { origin } = await serve(
  house,
  { host: '127.0.0.1', port: 0, webhooks: 'loopback' },
  { log: { write: () => undefined } },
);
process.stdout.write(`${origin}\n`);
