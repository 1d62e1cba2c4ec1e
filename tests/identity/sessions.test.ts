import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { ABSOLUTE_SECONDS, IDLE_SECONDS, type Session } from '../../src/identity/session.ts';
import { lastSeen, openSessions } from '../../src/identity/session-list.ts';
import { endSessions, findSession, signIn, signOut } from '../../src/identity/sessions.ts';
import { forgetEnded, issueSignInCode, withdrawSignInCodes } from '../../src/identity/sign-in-code.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

const START = '2026-11-22T08:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(START) + seconds * 1_000).toISOString();

const college = randomUUID();
let database: TestDatabase;
let pool: Pool;
/** Another process: the same database, and nothing remembered. */
let elsewhere: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = new Pool({ connectionString: database.appUrl });
  elsewhere = new Pool({ connectionString: database.appUrl });
  // The database is dropped under connections that are just closing.
  for (const one of [pool, elsewhere]) one.on('error', () => undefined);
});
afterAll(async () => {
  await Promise.all([pool.end(), elsewhere.end()]);
  await database.drop();
});

const issue = (account: string, ttl = 600) => issueSignInCode(pool, { college, account, ttl, now: START });

const signedIn = async (account: string): Promise<{ token: string; session: Session }> => {
  const entered = await signIn(pool, await issue(account), START);
  if (!entered) throw new Error('the code was refused');
  return entered;
};

describe('a one-time sign-in code', () => {
  it('is exchanged for a token that opens a session of its account', async () => {
    const account = randomUUID();
    const { token, session } = await signedIn(account);
    expect(token).toMatch(/^gl_[\w-]{43}$/u);
    expect(session).toEqual({
      id: session.id,
      college,
      account,
      channel: 'api',
      method: 'code',
      authenticatedAt: START,
      expires: after(IDLE_SECONDS),
    });
    expect(await findSession(elsewhere, token, after(1))).toEqual(session);
  });

  it('works once, even when two try at the same moment', async () => {
    const code = await issue(randomUUID());
    const entered = await Promise.all(Array.from({ length: 8 }, () => signIn(pool, code, START)));
    expect(entered.filter((one) => one !== null)).toHaveLength(1);
    expect(await signIn(pool, code, after(1))).toBeNull();
  });

  it('works until it runs out, and not at that instant', async () => {
    const account = randomUUID();
    expect(await signIn(pool, await issue(account, 60), after(59.999))).not.toBeNull();
    expect(await signIn(pool, await issue(account, 60), after(60))).toBeNull();
  });

  it('is worth nothing once withdrawn', async () => {
    const account = randomUUID();
    const code = await issue(account);
    await withdrawSignInCodes(pool, college, account, after(1));
    expect(await signIn(pool, code, after(2))).toBeNull();
  });

  it('carries how the person came in', async () => {
    const account = randomUUID();
    const code = await issueSignInCode(pool, { college, account, ttl: 60, now: START, channel: 'cli' });
    expect((await signIn(pool, code, START))?.session.channel).toBe('cli');
  });

  it.each(['', 'x', 'gl_', "' OR 1=1 --", '\u0000', 'a'.repeat(43), 'я'.repeat(43)])(
    'that is made up, like %j, opens nothing',
    async (code) => {
      expect(await signIn(pool, code, START)).toBeNull();
    },
  );
});

describe('a session', () => {
  it('ends after half an hour without a request', async () => {
    const { token } = await signedIn(randomUUID());
    expect(await findSession(elsewhere, token, after(IDLE_SECONDS))).toBeNull();
  });

  it('stays while there are requests, and ends twelve hours after sign-in all the same', async () => {
    const { token } = await signedIn(randomUUID());
    const step = IDLE_SECONDS - 1;
    const steps = Math.ceil(ABSOLUTE_SECONDS / step);
    const found: (Session | null)[] = [];
    for (let i = 1; i < steps; i += 1) found.push(await findSession(pool, token, after(i * step)));
    expect(found.filter((one) => one === null)).toEqual([]);
    expect(found.at(-1)?.expires).toBe(after(ABSOLUTE_SECONDS));
    expect(await findSession(elsewhere, token, after(ABSOLUTE_SECONDS))).toBeNull();
  });

  it('tells the new end when a request has moved it', async () => {
    const { token } = await signedIn(randomUUID());
    expect((await findSession(elsewhere, token, after(30)))?.expires).toBe(after(IDLE_SECONDS));
    expect((await findSession(elsewhere, token, after(90)))?.expires).toBe(after(90 + IDLE_SECONDS));
  });

  it('that is signed out is refused at once here, and within a second in other processes (T05)', async () => {
    const { token } = await signedIn(randomUUID());
    await findSession(pool, token, after(1));
    await findSession(elsewhere, token, after(1));
    await signOut(pool, token, after(1.2));
    expect(await findSession(pool, token, after(1.2))).toBeNull();
    expect(await findSession(elsewhere, token, after(2))).toBeNull();
  });

  it('ends with all others of the account when the person leaves', async () => {
    const account = randomUUID();
    const [one, two, other] = [
      await signedIn(account),
      await signedIn(account),
      await signedIn(randomUUID()),
    ];
    await endSessions(pool, college, account, after(1));
    const found = await Promise.all([one, two, other].map(({ token }) => findSession(pool, token, after(2))));
    expect(found.map((session) => session?.id)).toEqual([undefined, undefined, other.session.id]);
  });

  it.each(['', 'gl_', 'gl_short', `gl_${'a'.repeat(43)}`, "gl_' OR 1=1 --"])(
    'is not found behind the made-up token %j',
    async (token) => {
      expect(await findSession(pool, token, START)).toBeNull();
    },
  );

  it('gets a new token with every sign-in, never one that was there before (T09)', async () => {
    const account = randomUUID();
    const [one, two] = [await signedIn(account), await signedIn(account)];
    expect(new Set([one.token, two.token, one.session.id, two.session.id]).size).toBe(4);
  });
});

describe('the database', () => {
  it('R-SEC-04: holds no code and no token, only hashes', async () => {
    const code = await issue(randomUUID());
    const { token } = await signedIn(randomUUID());
    const { rows } = await pool.query<{ row: string }>(
      `SELECT c::text AS row FROM identity.sign_in_code c UNION ALL SELECT s::text FROM identity.session s`,
    );
    const all = rows.map(({ row }) => row).join('\n');
    expect(all).toContain(college);
    for (const secret of [code, token, token.slice(3)]) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(Buffer.from(secret.replace('gl_', ''), 'base64url').toString('hex'));
    }
  });

  it('forgets codes and sessions that have ended', async () => {
    await signedIn(randomUUID());
    await forgetEnded(pool, after(ABSOLUTE_SECONDS + 60));
    const { rows } = await pool.query(
      'SELECT FROM identity.sign_in_code UNION ALL SELECT FROM identity.session',
    );
    expect(rows).toEqual([]);
  });
});

describe('the sessions of an account', () => {
  it('R-SEC-04: are those that still hold, latest first, each with its last use to the minute', async () => {
    const account = randomUUID();
    const [first, second] = [await signedIn(account), await signedIn(account)];
    await findSession(elsewhere, second.token, after(120));
    const found = await openSessions(pool, college, account, after(130));
    expect(found.map(({ id }) => id).toSorted()).toEqual([first.session.id, second.session.id].toSorted());
    expect(found.find(({ id }) => id === second.session.id)).toMatchObject({
      channel: 'api',
      signedInAt: START,
      lastSeenAt: after(120),
    });
    await signOut(pool, first.token, after(140));
    expect(await openSessions(pool, college, account, after(150))).toHaveLength(1);
    expect(await openSessions(pool, college, account, after(120 + IDLE_SECONDS + 1))).toEqual([]);
  });

  it('R-ACC-11: tell when an account last looked, and nothing of one that never did', async () => {
    const [account, never] = [randomUUID(), randomUUID()];
    await signedIn(account);
    expect(await lastSeen(pool, college, [account, never])).toEqual(new Map([[account, START]]));
    expect(await lastSeen(pool, randomUUID(), [account])).toEqual(new Map());
  });

  it('R-SEC-04: are all ended at once, and counted', async () => {
    const account = randomUUID();
    await signedIn(account);
    await signedIn(account);
    expect(await endSessions(pool, college, account, after(1))).toBe(2);
    expect(await endSessions(pool, college, account, after(2))).toBe(0);
  });
});
