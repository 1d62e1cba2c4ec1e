import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { connections, type Connections } from '../../src/database/pools.ts';
import {
  BY_NAME,
  forgetAttempts,
  giveBackAttempt,
  takeAttempt,
  type Delay,
} from '../../src/identity/delays.ts';
import { forgetEnded } from '../../src/identity/sign-in-code.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

const START = Date.parse('2026-11-22T08:00:00.000Z');
const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
const delay: Delay = { of: 'name', free: 3, first: 10, longest: 60, forgottenAfter: 600 };

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

/** Attempts one after the other, each as soon as it may be made: the seconds at which they were. */
const times = async (name: string, count: number): Promise<readonly number[]> => {
  const made: number[] = [];
  for (let second = 0; made.length < count;) {
    const wait = await takeAttempt(made.length % 2 === 0 ? pool : elsewhere, delay, name, at(second));
    if (wait === 0) made.push(second);
    else second += wait;
  }
  return made;
};

describe('failed attempts', () => {
  it('T01: cost nothing at first, then a wait that doubles up to a limit, whichever server they reach', async () => {
    expect(await times(randomUUID(), 9)).toEqual([0, 0, 0, 10, 30, 70, 130, 190, 250]);
  });

  it('T01: give five guesses in the first minute at one name', async () => {
    const name = randomUUID();
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) waits.push(await takeAttempt(pool, BY_NAME, name, at(i)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
    expect(waits[5]).toBe(59);
  });

  it('T01: are counted one by one where many come at once', async () => {
    const name = randomUUID();
    const waits = await Promise.all(
      Array.from({ length: 40 }, (_, i) => takeAttempt(i % 2 ? pool : elsewhere, delay, name, at(0))),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  it('of one name say nothing of another, and are forgotten once its holder came in or time has passed', async () => {
    const [name, other] = [randomUUID(), randomUUID()];
    for (let i = 0; i < 3; i += 1) await takeAttempt(pool, delay, name, at(0));
    expect(await takeAttempt(pool, delay, other, at(0))).toBe(0);
    expect(await takeAttempt(pool, delay, name, at(0))).toBe(10);
    expect(await takeAttempt(pool, delay, name, at(700))).toBe(0);
    expect(await takeAttempt(pool, delay, name, at(700))).toBe(0);
    await forgetAttempts(pool, delay, name);
    for (let i = 0; i < 3; i += 1) expect(await takeAttempt(pool, delay, name, at(701))).toBe(0);
  });

  it('are given back where they succeeded, and only those', async () => {
    const address = randomUUID();
    for (let i = 0; i < 20; i += 1) {
      expect(await takeAttempt(pool, delay, address, at(0))).toBe(0);
      await giveBackAttempt(pool, delay, address);
    }
    for (let i = 0; i < 3; i += 1) expect(await takeAttempt(pool, delay, address, at(0))).toBe(0);
    expect(await takeAttempt(pool, delay, address, at(0))).toBe(10);
  });

  it('are kept without the name or the address, and not for ever', async () => {
    await takeAttempt(pool, delay, '192.0.2.77', at(0));
    const { rows } = await pool.query<{ row: string }>('SELECT a::text AS row FROM identity.attempt a');
    expect(rows.map(({ row }) => row).join()).not.toContain('192.0.2.77');
    await forgetEnded(pool, at(86_400));
    expect((await pool.query('SELECT FROM identity.attempt')).rowCount).toBe(0);
  });
});
