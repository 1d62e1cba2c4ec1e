import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client, type Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import type { SealedLog } from '../../src/log/event-log.ts';
import { append, college, write } from '../log/requests.ts';
import { clockOff, faketimeLibrary } from '../support/faketime.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { shiftedPostgres } from '../support/shifted-postgres.ts';

/** Attack T25: somebody sets the clock of the server, of the database, or of both back, and enters a mark in time. */
let database: TestDatabase;
let pool: Pool;
let log: SealedLog;

beforeAll(async () => {
  database = await testDatabase();
  pool = connections(database.appUrl).pool(4);
  log = postgresLog({ pool });
});

afterAll(async () => {
  await log.close();
  await pool.end();
  await database.drop();
});

/** An instant so many seconds from what the database takes for now. */
const seconds = async (off: number): Promise<string> => {
  const { rows } = await pool.query<{ at: Date }>(
    `SELECT clock_timestamp() + $1 * interval '1 second' AS at`,
    [off],
  );
  return rows[0]?.at.toISOString() ?? '';
};

const DAYS = 30 * 24 * 60 * 60;

describe('attack T25: an append function that has a clock of its own', () => {
  it.each([-DAYS, -3_600, -4, 4, 3_600, DAYS])('refuses a decision %i seconds from its time', async (off) => {
    const own = college('server');
    await log.open(own);
    const alone = await log.append(own.id, append([write('mark-1')], { at: await seconds(off) }));
    const at = await seconds(off);
    const together = await Promise.all(
      ['mark-2', 'mark-3'].map((stream) => log.append(own.id, append([write(stream)], { at }))),
    );
    expect([alone, ...together].map(({ status }) => status)).toEqual(['stale', 'stale', 'stale']);
    expect(await log.head(own.id)).toBe(0n);
  });

  it('takes a decision of now', async () => {
    const own = college('server');
    await log.open(own);
    expect(await log.append(own.id, append([write('mark-1')], { at: await seconds(0) }))).toMatchObject({
      status: 'appended',
    });
  });

  it('never lets the recorded time go back, whatever time the decisions tell', async () => {
    const own = college('server');
    await log.open(own);
    for (const off of [1, 0.5, -0.5, 0])
      await log.append(own.id, append([write(`mark-${off}`)], { at: await seconds(off) }));
    const { rows } = await pool.query<{ back: number; events: number }>(
      `SELECT count(*) FILTER (WHERE recorded_at < before)::int AS back, count(*)::int AS events
         FROM (SELECT recorded_at, lag(recorded_at) OVER (ORDER BY position) AS before FROM log.event
                WHERE college = (SELECT no FROM log.college WHERE id = $1)) e`,
      [own.id],
    );
    expect(rows).toEqual([{ back: 0, events: 4 }]);
  });
});

const library = faketimeLibrary();
const withFaketime = library === null ? describe.skip : describe;
const why = library === null ? ' (skipped: libfaketime is not installed here)' : '';

const appendNow = async (url: string, environment: Readonly<Record<string, string>>) => {
  const script = fileURLToPath(new URL('../support/append-now.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, url], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  return JSON.parse(stdout) as { readonly status: string; readonly at: string };
};

const dayAway = (at: string): number => Math.round((Date.parse(at) - Date.now()) / (DAYS * 1_000));

withFaketime(`attack T25: a clock that was really set${why}`, () => {
  const off = (by: string) => clockOff(library ?? '', by);

  it.each([
    ['-30d', -1],
    ['+30d', 1],
  ])('of the server alone, by %s, gets nothing into the log', async (by, months) => {
    const { status, at } = await appendNow(database.appUrl, off(by));
    expect([status, dayAway(at)]).toEqual(['stale', months]);
  });

  it('of the database alone gets nothing into the log either; of both is for witnesses outside to see', async () => {
    const shifted = await shiftedPostgres(off('-30d'));
    const honest = await appendNow(shifted.appUrl, {});
    const both = await appendNow(shifted.appUrl, off('-30d'));
    const client = new Client({ connectionString: shifted.appUrl });
    await client.connect();
    const { rows } = await client.query<{ at: Date }>('SELECT max(recorded_at) AS at FROM log.event');
    await client.end();
    await shifted.stop();
    expect(honest.status).toBe('stale');
    // Its checkpoint is cosigned by a witness, whose clock says when it was really there (attack T48).
    expect([both.status, dayAway(rows[0]?.at.toISOString() ?? '')]).toEqual(['appended', -1]);
  });
});
