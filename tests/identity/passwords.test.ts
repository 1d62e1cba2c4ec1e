import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { connections, type Connections } from '../../src/database/pools.ts';
import {
  costOf,
  hashPassword,
  isPassword,
  isStale,
  type HashCost,
} from '../../src/identity/password-hash.ts';
import { passwordFault } from '../../src/identity/password-rules.ts';
import { Passwords } from '../../src/identity/passwords.ts';
import { TooManyWaiting, Turns } from '../../src/identity/turns.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

const START = '2026-11-22T08:00:00.000Z';
const cheap: HashCost = { memory: 64, passes: 1, lanes: 1 };
const dearer: HashCost = { memory: 128, passes: 1, lanes: 1 };
const PASSWORD = 'семь синих слонов спят';

const college = randomUUID();
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

const passwordsAt = (cost: HashCost): Passwords => new Passwords(pool, new Turns(2, 32), cost);
const trial = (name: string, password: string) => ({ name, password, address: randomUUID(), now: START });
const hashes = async (): Promise<string> => {
  const { rows } = await pool.query<{ row: string }>('SELECT p::text AS row FROM identity.password p');
  return rows.map(({ row }) => row).join('\n');
};

describe('the hash of a password', () => {
  it('is argon2id with its parameters and a salt of its own beside it (RFC 9106, PHC string format)', async () => {
    const [one, two] = [await hashPassword(PASSWORD, cheap), await hashPassword(PASSWORD, cheap)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/u);
    expect(one).not.toBe(two);
    expect(costOf(one)).toEqual(cheap);
    expect([await isPassword(PASSWORD, one), await isPassword(`${PASSWORD} `, one)]).toEqual([true, false]);
  });

  it('is the one of RFC 9106: what another program made of a password opens here', async () => {
    // `argon2 somesalt -id -t 2 -k 65536 -p 1` of the reference implementation, for `password`.
    const known = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect([await isPassword('password', known), await isPassword('Password', known)]).toEqual([true, false]);
    expect(() => costOf('$2b$10$nothing')).toThrow('cannot be read');
  });

  it('is of the text, however a keyboard composed it', async () => {
    const stored = await hashPassword('й'.normalize('NFC').repeat(12), cheap);
    expect(await isPassword('й'.normalize('NFD').repeat(12), stored)).toBe(true);
  });

  it('costs what OWASP asks for today, and is told from one that cost something else', async () => {
    const [today, earlier] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD, cheap)];
    expect(costOf(today)).toEqual({ memory: 19_456, passes: 2, lanes: 1 });
    expect([isStale(today), isStale(earlier)]).toEqual([false, true]);
  });
});

describe('a new password', () => {
  it.each([
    ['short', { is: 'tooShort', least: 12 }],
    ['д'.repeat(129), { is: 'tooLong', most: 128 }],
    ['121212121212', { is: 'guessable' }],
    ['my GradeLedger 7!', { is: 'guessable' }],
    ['abcdefghjk means me', { is: 'guessable' }],
  ])('is refused where it would be guessed, and told why: %s', (password, fault) => {
    expect(passwordFault(password, 'abcdefghjk')).toEqual(fault);
  });

  it('may hold any character, and needs none (ASVS 5.0 6.2.5)', () => {
    for (const password of [PASSWORD, 'just lower case words', '😀 several words 😀'])
      expect(passwordFault(password, null)).toBeNull();
  });
});

describe('passwords of accounts', () => {
  it('open by the name that was given, and by no other', async () => {
    const passwords = passwordsAt(cheap);
    const account = randomUUID();
    const name = await passwords.set(college, account, PASSWORD, START);
    expect(name).toMatch(/^[a-z2-9]{10}$/u);
    expect(await passwords.try(trial(name, PASSWORD))).toEqual({
      is: 'right',
      holder: { college, account, name },
    });
    expect(await passwords.try(trial(name, 'another password'))).toEqual({ is: 'wrong' });
    expect(await passwords.try(trial('nobodyhere', PASSWORD))).toEqual({ is: 'wrong' });
    expect(await passwords.set(college, account, 'a second one, longer', START)).toBe(name);
    expect(await passwords.try(trial(name, PASSWORD))).toEqual({ is: 'wrong' });
  });

  it('are kept as hashes alone', async () => {
    await passwordsAt(cheap).set(college, randomUUID(), PASSWORD, START);
    const kept = await hashes();
    expect(kept).toContain('$argon2id$');
    for (const told of [PASSWORD, Buffer.from(PASSWORD).toString('hex'), 'слонов'])
      expect(kept).not.toContain(told);
  });

  it('are hashed anew at today’s cost when their holder comes in, and open as before', async () => {
    const account = randomUUID();
    const name = await passwordsAt(cheap).set(college, account, PASSWORD, START);
    const hashNow = async () =>
      (await pool.query<{ hash: string }>('SELECT hash FROM identity.password WHERE name = $1', [name]))
        .rows[0]?.hash ?? '';
    const later = passwordsAt(dearer);
    expect((await later.try(trial(name, 'not the password'))).is).toBe('wrong');
    expect(costOf(await hashNow())).toEqual(cheap);
    expect((await later.try(trial(name, PASSWORD))).is).toBe('right');
    expect(costOf(await hashNow())).toEqual(dearer);
    expect((await later.try(trial(name, PASSWORD))).is).toBe('right');
  });
});

describe('turns', () => {
  it('T08: let a bounded number work and wait, in order, and refuse the rest at once', async () => {
    const turns = new Turns(2, 3);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const work = (n: number) =>
      turns.take(async () => {
        begun.push(n);
        await new Promise<void>((end) => ends.push(end));
        return n;
      });
    const all = [0, 1, 2, 3, 4].map(work);
    expect(begun).toEqual([0, 1]);
    expect(turns.isFull).toBe(true);
    await expect(work(5)).rejects.toThrow(TooManyWaiting);
    for (let finished = 0; finished < 5;) {
      const ready = ends.splice(0);
      finished += ready.length;
      ready.forEach((end) => {
        end();
      });
      await Promise.race([Promise.all(all), new Promise(setImmediate)]);
    }
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
    expect([begun, turns.isFull]).toEqual([[0, 1, 2, 3, 4], false]);
  });

  it('go on where a work fails', async () => {
    const turns = new Turns(1, 1);
    await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.take(() => Promise.resolve('yes'))).toBe('yes');
  });
});
