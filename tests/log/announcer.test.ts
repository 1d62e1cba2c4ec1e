import { once } from 'node:events';
import { Client } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { createAnnouncer } from '../../src/log/postgres/announcer.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { appendOne, college } from './requests.ts';

const END = 'the end';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** What another process hears while something is done. */
const heardDuring = async (act: () => Promise<void>): Promise<readonly string[]> => {
  const listener = new Client({ connectionString: database.appUrl });
  await listener.connect();
  const heard: string[] = [];
  listener.on('notification', ({ payload = '' }) => heard.push(payload));
  await listener.query('LISTEN gradeledger_log');
  await act();
  // Notifications come in the order of their commits, so all before this one have come with it.
  const teller = new Client({ connectionString: database.appUrl });
  await teller.connect();
  await teller.query(`SELECT pg_notify('gradeledger_log', $1)`, [END]);
  await teller.end();
  while (heard.at(-1) !== END) await once(listener, 'notification');
  await listener.end();
  return heard.slice(0, -1);
};

describe('what other processes hear of appends', () => {
  it('is how far each log reaches now, told once for appends that were stored together', async () => {
    const pool = connections(database.appUrl).pool(1);
    const announcer = createAnnouncer(pool);
    const heard = await heardDuring(async () => {
      announcer.announce('one', 1n);
      announcer.announce('other', 7n);
      announcer.announce('one', 2n);
      await announcer.idle();
    });
    expect(heard.toSorted()).toEqual(['one 2', 'other 7']);
    await pool.end();
  });

  it('is told of every append before the log is closed', async () => {
    const pool = connections(database.appUrl).pool(2);
    const log = postgresLog({ pool });
    const tenant = college();
    await log.open(tenant);
    const heard = await heardDuring(async () => {
      await log.append(tenant.id, appendOne('mark-1', -1));
      await log.append(tenant.id, appendOne('mark-1', 0));
      await log.close();
    });
    expect(heard.at(-1)).toBe(`${tenant.id} 2`);
    await pool.end();
  });

  it('is nothing where the database is away, and no append is at fault', async () => {
    const pool = connections(database.appUrl).pool(1);
    const announcer = createAnnouncer(pool);
    await pool.end();
    announcer.announce('one', 1n);
    await expect(announcer.idle()).resolves.toBeUndefined();
  });
});
