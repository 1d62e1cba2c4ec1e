import type { AppendOutcome } from '../../src/log/event-log.ts';
import { connections } from '../../src/database/pools.ts';
import { createHeads } from '../../src/log/heads.ts';
import { createOwnAppends } from '../../src/log/postgres/own-appends.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { followUntil, positions } from './following-contract.ts';
import { append, appendOne, college, event, write } from './requests.ts';

const tenant = college().id;
const stored = (first: bigint, last = first) =>
  Promise.resolve<AppendOutcome>({ status: 'appended', first, last });

describe('what a process has just stored', () => {
  it('is given to those who follow in a dense run, and let go of when all have passed it', async () => {
    const own = createOwnAppends(createHeads());
    const [one, other] = [own.follow(tenant, 0n), own.follow(tenant, 0n)];
    const two = append([write('mark-1', -1, [event('a'), event('b')])]);
    await own.stored(tenant, two, stored(1n, 2n));
    // Position 3 is another process's.
    await own.stored(tenant, appendOne('mark-2', 4), stored(4n));
    expect(one.after(0n, 10)).toMatchObject([
      { position: 1n, stream: 'mark-1', revision: 0, body: '{"note":"a"}' },
      { position: 2n, stream: 'mark-1', revision: 1, body: '{"note":"b"}' },
    ]);
    expect(one.after(2n, 10)).toEqual([]);
    expect(one.after(3n, 10)).toMatchObject([{ position: 4n, stream: 'mark-2', revision: 5 }]);
    expect(other.after(0n, 1)).toMatchObject([{ position: 1n }]);
    other.after(4n, 1);
    one.after(4n, 1);
    expect(other.after(0n, 10)).toEqual([]);
  });

  it('is not kept where nobody follows, nor before the end of a key', async () => {
    const own = createOwnAppends(createHeads());
    own.follow(tenant, 0n).leave();
    await own.stored(tenant, appendOne('mark-1'), stored(1n));
    const follower = own.follow(tenant, 0n);
    expect(follower.after(0n, 10)).toEqual([]);
    await own.stored(tenant, appendOne('mark-2'), stored(1n));
    const ended = { ...event(), type: 'SubjectKeyDestroyed' };
    await own.stored(tenant, append([write('key-1', 0, [ended])]), stored(2n));
    expect(follower.after(0n, 10)).toEqual([]);
    expect(follower.after(1n, 10)).toMatchObject([{ position: 2n, type: 'SubjectKeyDestroyed' }]);
  });

  it('brings its events before those who follow are told, and no hint gets ahead of it', async () => {
    const heads = createHeads();
    const own = createOwnAppends(heads);
    const answer = Promise.withResolvers<AppendOutcome>();
    const storing = own.stored(tenant, appendOne('mark-1'), answer.promise);
    const next = own.nextAnswer(tenant);
    own.hear(tenant, 1n);
    expect(heads.isBeyond(tenant, 0n)).toBe(false);
    answer.resolve({ status: 'appended', first: 1n, last: 1n });
    await Promise.all([storing, next]);
    expect(heads.isBeyond(tenant, 0n)).toBe(true);
    own.hear(tenant, 2n);
    expect(heads.isBeyond(tenant, 1n)).toBe(true);
  });
});

describe('a process that follows its own appends', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('reads none of them back', async () => {
    const pool = connections(database.appUrl).pool(4);
    const asked: string[] = [];
    const query = pool.query.bind(pool) as (...given: readonly unknown[]) => unknown;
    const counted = (...given: readonly unknown[]): unknown => {
      asked.push((given[0] as { readonly name?: string }).name ?? '');
      return query(...given);
    };
    pool.query = counted as typeof pool.query;
    const log = postgresLog({ pool });
    const at = college();
    await log.open(at);
    await log.append(at.id, appendOne('mark-0'));
    const following = followUntil(log, at.id, 1n, 301n);
    await Promise.all(
      Array.from({ length: 10 }, async (_, writer) => {
        for (let i = 0; i < 30; i += 1)
          await log.append(at.id, appendOne(`mark-own.${String(writer)}`, i - 1));
      }),
    );
    expect((await following).map(({ position }) => position)).toEqual(positions(2, 301));
    expect(asked).toContain('log.head');
    expect(asked.filter((name) => name.startsWith('log.page'))).toEqual([]);
    await log.close();
    await pool.end();
  });
});
