import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { connections, type Connections } from '../../src/database/pools.ts';
import { Passwords, type Tried } from '../../src/identity/passwords.ts';
import { Turns } from '../../src/identity/turns.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

const cheap = { memory: 64, passes: 1, lanes: 1 } as const;
const START = '2026-11-22T08:00:00.000Z';

/** Knows how many hashes were worked out at the same time. */
class WatchedTurns extends Turns {
  now = 0;
  most = 0;
  override take<Result>(work: () => Promise<Result>): Promise<Result> {
    return super.take(async () => {
      this.now += 1;
      this.most = Math.max(this.most, this.now);
      try {
        return await work();
      } finally {
        this.now -= 1;
      }
    });
  }
}

describe('a flood of sign-ins (attack T08)', () => {
  let database: TestDatabase;
  let connected: Connections;
  let pool: Pool;
  beforeAll(async () => {
    database = await testDatabase();
    connected = connections(database.appUrl);
    pool = connected.pool(4);
  });
  afterAll(async () => {
    await connected.end();
    await database.drop();
  });

  it('works out one hash at a time, lets a few wait, and turns the rest away without counting them', async () => {
    const turns = new WatchedTurns(1, 4);
    const passwords = new Passwords(pool, turns, cheap);
    const account = randomUUID();
    const name = await passwords.set(account, account, 'семь синих слонов', START);
    const attempt = (i: number): Promise<Tried | 'full'> =>
      passwords
        .try({ name: `flood${i}`, password: 'x', address: `address ${i}`, now: START })
        .catch(() => 'full' as const);
    const answers = await Promise.all(Array.from({ length: 300 }, (_, i) => attempt(i)));
    expect(turns.most).toBe(1);
    expect(answers.some((answer) => answer === 'full' || answer.is === 'tooOften')).toBe(true);
    const after = await passwords.try({ name, password: 'семь синих слонов', address: 'home', now: START });
    expect(after.is).toBe('right');
  });
});
