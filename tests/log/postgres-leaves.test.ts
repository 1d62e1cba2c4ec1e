import type { Pool } from 'pg';
import { connections, type Connections } from '../../src/database/pools.ts';
import { postgresPublished } from '../../src/ledger/published/postgres-published.ts';
import { readEvents, readHead, readLines } from '../../src/ledger/signer/event-rows.ts';
import { readFacts } from '../../src/ledger/signer/signer-database.ts';
import type { SealedLog } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { holdInLeaves } from '../support/small-leaves.ts';
import { contract } from './contract.ts';
import { appendOne, college } from './requests.ts';

const COLLEGES = 60;

let database: TestDatabase;
const pools: Pool[] = [];

const makeOn = (max: number): { readonly log: SealedLog; readonly pool: Pool } => {
  const pool = connections(database.appUrl).pool(max, { isPipelined: true });
  pools.push(pool);
  return { log: postgresLog({ pool }), pool };
};

beforeAll(async () => {
  database = await testDatabase();
  await holdInLeaves(database, 7);
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
});
afterAll(() => database.drop());

contract('postgres, in leaves of seven events', () => makeOn(4).log);

describe('the leaves of a log', () => {
  it('are made while others write, and nobody waits for that', async () => {
    const { log, pool } = makeOn(4);
    const tenant = college();
    await log.open(tenant);
    for (let revision = -1; revision < 2; revision += 1)
      await log.append(tenant.id, appendOne('mark-1', revision));
    const maker = await pool.connect();
    await maker.query('BEGIN');
    await maker.query('SELECT log.make_ahead($1)', [tenant.id]);
    await log.append(tenant.id, appendOne('mark-1', 2));
    await maker.query('SELECT log.make_ahead($1)', [tenant.id]);
    await log.append(tenant.id, appendOne('mark-1', 3));
    expect(await log.read(tenant.id, 0n, 10)).toHaveLength(5);
    await maker.query('COMMIT');
    maker.release();
    for (let revision = 4; revision < 30; revision += 1)
      await log.append(tenant.id, appendOne('mark-1', revision));
    await log.close();
    const { rows } = await pool.query<{ leaves: number }>(
      `SELECT count(*)::int AS leaves FROM pg_inherits i JOIN log.college c ON c.id = $1
        WHERE i.inhparent = to_regclass('log.event_' || c.no)`,
      [tenant.id],
    );
    expect(rows).toEqual([{ leaves: 6 }]);
  });
});

describe(`a log among those of ${String(COLLEGES)} colleges`, () => {
  const tenant = college();
  let no: number;
  const roles: Connections[] = [];

  beforeAll(async () => {
    const owner = connections(database.ownerUrl).pool(1);
    await owner.query(
      `SELECT log.open_college(gen_random_uuid(), 'other-' || n || '.example/journal', 'virtual') FROM generate_series(1, $1::int) n`,
      [COLLEGES],
    );
    await owner.query('SELECT log.make_leaf(c.no, 2) FROM log.college c');
    const log = postgresLog({ pool: owner });
    await log.open(tenant);
    for (let revision = -1; revision < 11; revision += 1)
      await log.append(tenant.id, appendOne('mark-1', revision));
    await log.close();
    const found = await owner.query<{ no: number }>('SELECT no FROM log.college WHERE id = $1', [tenant.id]);
    no = found.rows[0]?.no ?? 0;
    await owner.query('ANALYZE');
    await owner.end();
  });
  afterAll(() => Promise.all(roles.map((role) => role.end())));

  const roleOf = (url: string): Pool => {
    const role = connections(url);
    roles.push(role);
    return role.pool(1);
  };

  /** The leaves of other colleges that something has locked, done often enough to meet every plan. */
  const strangersLocked = async (pool: Pool, act: () => Promise<unknown>): Promise<readonly string[]> => {
    await pool.query('BEGIN');
    for (let times = 0; times < 8; times += 1) await act();
    const { rows } = await pool.query<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
        WHERE l.pid = pg_backend_pid() AND c.relnamespace = 'log'::regnamespace AND c.relname ~ '^event_\\d'
          AND c.relname !~ ('^event_' || $1 || '(_|$)')`,
      [no],
    );
    await pool.query('ROLLBACK');
    return rows.map(({ name }) => name);
  };

  const doings: readonly (readonly [string, (log: SealedLog) => Promise<unknown>])[] = [
    ['an append', (log) => log.append(tenant.id, appendOne('mark-2', 99))],
    ['an append that is stored', (log) => log.append(tenant.id, appendOne(`mark-${crypto.randomUUID()}`))],
    [
      'a batch',
      (log) =>
        Promise.all([1, 2, 3].map(() => log.append(tenant.id, appendOne(`mark-${crypto.randomUUID()}`)))),
    ],
    ['a page', (log) => log.read(tenant.id, 3n, 8)],
    ['a stream', (log) => log.readStream(tenant.id, 'mark-1', 2)],
    ['several streams', (log) => log.readStreams(tenant.id, ['mark-1', 'mark-2'])],
    ['the head', (log) => log.head(tenant.id)],
    ['an instant', (log) => log.positionAt(tenant.id, '2026-12-01T08:00:00Z')],
    ['a command', (log) => log.findCommand(tenant.id, crypto.randomUUID())],
  ];
  it.each(doings)('keeps the others’ leaves out of %s', async (_, act) => {
    const { log, pool } = makeOn(1);
    expect(await strangersLocked(pool, () => act(log))).toEqual([]);
  });

  it('keeps the others’ leaves out of what the signer and an auditor read', async () => {
    const signer = roleOf(database.signerUrl);
    const sign = async (): Promise<void> => {
      await readFacts(signer);
      await readHead(signer, no);
      await readEvents(signer, no, 2, 9);
      await readLines(signer, no, 2, 9);
    };
    expect(await strangersLocked(signer, sign)).toEqual([]);

    const auditor = roleOf(database.auditorUrl);
    const published = postgresPublished(auditor);
    const audit = async (): Promise<void> => {
      await published.leaves(tenant.id, [3n, 9n]);
      await published.entries(tenant.id, 0, 12);
      await published.tiles(tenant.id)([{ level: 0, n: 0, width: 12 }]);
      await published.status(tenant.id);
    };
    expect(await strangersLocked(auditor, audit)).toEqual([]);
  });
});
