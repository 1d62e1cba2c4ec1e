import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { connections, type Connections } from '../../src/database/pools.ts';
import { Passwords } from '../../src/identity/passwords.ts';
import { Turns } from '../../src/identity/turns.ts';
import { ApiClient } from '../support/api-client.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { tryPassword } from '../support/signing-in.ts';

const PASSWORD = 'семь синих слонов спят';

/** Counts how often a hash is worked out. */
class CountedTurns extends Turns {
  taken = 0;
  override take<Result>(work: () => Promise<Result>): Promise<Result> {
    this.taken += 1;
    return super.take(work);
  }
}

describe('asking whether somebody has an account (attack T03)', () => {
  let database: TestDatabase;
  let connected: Connections;
  let pool: Pool;
  beforeAll(async () => {
    database = await testDatabase();
    connected = connections(database.appUrl);
    pool = connected.pool(2);
  });
  afterAll(async () => {
    await connected.end();
    await database.drop();
  });

  it('costs one hash, of the same parameters, whether the name is known or not', async () => {
    const turns = new CountedTurns(1, 8);
    const asked: string[] = [];
    const passwords = new Passwords(pool, turns);
    const name = await passwords.set(randomUUID(), randomUUID(), PASSWORD, '2026-11-22T08:00:00.000Z');
    for (const one of [name, 'nobodyhere', `${name}x`]) {
      const before = turns.taken;
      const trial = { name: one, password: 'a wrong one', address: one, now: '2026-11-22T08:01:00.000Z' };
      const { is } = await passwords.try(trial);
      asked.push(`${is} ${turns.taken - before}`);
    }
    expect(asked).toEqual(['wrong 1', 'wrong 1', 'wrong 1']);
  });
});

describe('the answer to a wrong name or password (attack T03)', () => {
  let served: ServedHouse;
  beforeAll(async () => {
    served = await serveHouse();
  });
  afterAll(() => served.close());

  it('is the same text, code and status for everybody, and so is the answer to too many', async () => {
    const answers = new Set<string>();
    for (const name of ['abcdefghjk', '', 'я'.repeat(400), "' OR 1=1 --", '\u0001'])
      for (let i = 0; i < 2; i += 1) {
        const { status, errors } = await tryPassword(served.origin, name, `guess ${i}`);
        answers.add(`${status} ${errors?.[0]?.message ?? ''} ${JSON.stringify(errors?.[0]?.extensions)}`);
      }
    expect([...answers]).toEqual([
      '401 The name or the password is wrong. {"code":"UNAUTHENTICATED","problem":"PASSWORD_REFUSED","help":"/docs/errors#PASSWORD_REFUSED"}',
    ]);
  });

  it('is not given away by another door: nobody is asked for by name', async () => {
    const client = new ApiClient(served.origin);
    expect((await client.query('{ ownSignInName }')).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(await client.read('{ providerSignInPath }')).toEqual({ providerSignInPath: null });
  });
});
