import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { connections, type Connections } from '../../src/database/pools.ts';
import { countAttempt, retryAfter, type AttemptLimit } from '../../src/identity/attempts.ts';
import { forgetEnded } from '../../src/identity/sign-in-code.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 22) + seconds * 1_000).toISOString();
const limit: AttemptLimit = { of: 'failed code', most: 3, seconds: 60 };

let database: TestDatabase;
let connected: Connections;
let pool: Pool;
/** Another server: the same database and nothing else in common. */
let elsewhere: Pool;
beforeAll(async () => {
  database = await testDatabase();
  connected = connections(database.appUrl);
  [pool, elsewhere] = [connected.pool(4), connected.pool(4)];
});
afterAll(async () => {
  await connected.end();
  await database.drop();
});

describe('attempts', () => {
  it('are allowed up to the limit, then only after the window of the first is over, on every server (T01)', async () => {
    const address = randomUUID();
    for (const second of [0, 10, 20]) {
      expect(await retryAfter(pool, limit, address, at(second))).toBe(0);
      expect(await countAttempt(second === 10 ? elsewhere : pool, limit, address, at(second))).toBe(true);
    }
    for (const server of [pool, elsewhere]) {
      expect(await retryAfter(server, limit, address, at(20))).toBe(40);
      expect(await countAttempt(server, limit, address, at(20))).toBe(false);
      expect(await retryAfter(server, limit, address, at(59.5))).toBe(1);
      expect(await retryAfter(server, limit, address, at(60))).toBe(0);
    }
    for (const second of [60, 61, 62])
      expect(await countAttempt(pool, limit, address, at(second))).toBe(true);
    expect(await retryAfter(elsewhere, limit, address, at(63))).toBe(57);
  });

  it('are counted one by one where many come at once', async () => {
    const address = randomUUID();
    const counted = await Promise.all(
      Array.from({ length: 40 }, (_, i) => countAttempt(i % 2 ? pool : elsewhere, limit, address, at(0))),
    );
    expect(counted.filter(Boolean)).toHaveLength(3);
  });

  it('of one address do not count for another, nor for anything else that is counted', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const once: AttemptLimit = { ...limit, most: 1 };
    expect(await countAttempt(pool, once, one, at(0))).toBe(true);
    expect(await countAttempt(pool, once, one, at(59))).toBe(false);
    expect(await countAttempt(pool, once, other, at(0))).toBe(true);
    expect(await countAttempt(pool, { ...once, of: 'issued code' }, one, at(0))).toBe(true);
  });

  it('are kept without the address, and not for ever', async () => {
    await countAttempt(pool, limit, '192.0.2.77', at(0));
    const { rows } = await pool.query<{ row: string }>('SELECT a::text AS row FROM identity.attempt a');
    expect(rows.map(({ row }) => row).join()).not.toContain('192.0.2.77');
    await forgetEnded(pool, at(86_400));
    expect((await pool.query('SELECT FROM identity.attempt')).rowCount).toBe(0);
  });
});
