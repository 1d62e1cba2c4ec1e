import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import type { SealedLog } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { appendOne, college } from './requests.ts';

const WAITING = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

describe('a crowd of writers in one process', () => {
  let database: TestDatabase;
  let log: SealedLog;
  let pool: Pool;
  const crowd = college();
  beforeAll(async () => {
    database = await testDatabase();
    // One connection: whoever shares it must give it back.
    pool = connections(database.appUrl).pool(1, { isPipelined: true });
    log = postgresLog({ pool });
    await log.open(crowd);
  });
  afterAll(async () => {
    await log.close();
    await pool.end();
    await database.drop();
  });

  it('whose connection dies under two of its batches is stored in order of arrival', async () => {
    const owner = connections(database.ownerUrl).pool(1);
    await owner.query('SET ROLE NONE');
    const lock = '7001, (SELECT no FROM log.college WHERE id = $1)';
    await owner.query(`SELECT pg_advisory_lock(${lock})`, [crowd.id]);
    // Each builds on the one before it: they are right in this order only.
    const appends = Promise.all(
      Array.from({ length: 64 }, (_, i) => log.append(crowd.id, appendOne('mark-1', i - 1))),
    );
    let waiting: readonly { readonly pid: number }[] = [];
    while (waiting.length === 0) {
      waiting = (await owner.query<{ pid: number }>(WAITING)).rows;
      await sleep(10);
    }
    await owner.query('SELECT pg_terminate_backend($1)', [waiting[0]?.pid]);
    await owner.query(`SELECT pg_advisory_unlock(${lock})`, [crowd.id]);
    await owner.end();
    expect(await appends).toEqual(
      Array.from({ length: 64 }, (_, i) => ({
        status: 'appended',
        first: BigInt(i + 1),
        last: BigInt(i + 1),
      })),
    );
  });

  it('leaves its only connection to a lone writer of another college', async () => {
    const lone = college();
    await log.open(lone);
    let isDone = false;
    const write = async (writer: number): Promise<number> => {
      let written = 0;
      for (; !isDone; written += 1)
        await log.append(crowd.id, appendOne(`mark-of-${String(writer)}`, written - 1));
      return written;
    };
    const writing = Promise.all(Array.from({ length: 64 }, (_, writer) => write(writer)));
    for (let i = 0; i < 20; i += 1)
      expect(await log.append(lone.id, appendOne('mark-1', i - 1))).toMatchObject({ status: 'appended' });
    isDone = true;
    const written = await writing;
    expect(await log.head(crowd.id)).toBe(BigInt(64 + written.reduce((sum, count) => sum + count, 0)));
  });
});
