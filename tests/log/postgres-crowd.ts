import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { LogFault, type SealedLog } from '../../src/log/event-log.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { followUntil, positions } from './following-contract.ts';
import { appendOne, college } from './requests.ts';

/** Several processes on one database, and connections that die. */
export function crowdContract(database: () => TestDatabase, make: () => SealedLog): void {
  const tenant = college();
  let logs: readonly SealedLog[];
  beforeEach(async () => {
    Object.assign(tenant, college());
    logs = [make(), make()];
    await logs[0]?.open(tenant);
  });
  afterEach(() => Promise.all(logs.map((log) => log.close())));

  /** Every writer appends `each` events to its own stream, and tries the shared one between. */
  const write = async (log: SealedLog, writer: string, each: number) => {
    let shared = 0;
    for (let i = 0; i < each; i += 1) {
      const own = await log.append(tenant.id, appendOne(`mark-${writer}`, i - 1));
      expect(['appended', 'duplicate']).toContain(own.status);
      const outcome = await log.append(tenant.id, appendOne('journal-shared', shared - 1));
      shared = outcome.status === 'conflict' ? outcome.actual + 1 : shared + 1;
    }
  };

  const crowd = (writers: number, each: number) =>
    Promise.all(
      logs.flatMap((log, process) =>
        Array.from({ length: writers }, (_, w) => write(log, `${String(process)}.${String(w)}`, each)),
      ),
    );

  /** The whole log, which must be dense, and hold each stream in order. */
  const demandSound = async () => {
    const [log] = logs;
    const events = (await log?.read(tenant.id, 0n, 100_000)) ?? [];
    expect(events.map(({ position }) => position)).toEqual(positions(1, events.length));
    const streams = Map.groupBy(events, ({ stream }) => stream);
    for (const found of streams.values())
      expect(found.map(({ revision }) => revision)).toEqual(found.map((_, i) => i));
    return streams;
  };

  describe('several processes on one database', () => {
    it('write one dense log, and each hears of the other’s events', async () => {
      const followers = logs.map((log) => followUntil(log, tenant.id, 0n, 2n * 8n * 30n));
      await crowd(8, 30);
      const streams = await demandSound();
      expect(streams.size).toBe(17);
      for (const seen of await Promise.all(followers))
        expect(seen.map(({ position }) => position)).toEqual(positions(1, seen.length));
    });
  });

  describe('an append that only the server finds wrong', () => {
    it('fails alone: its neighbours in the batch are stored', async () => {
      const [log] = logs;
      if (!log) throw new Error('no log');
      const yearZero = { ...appendOne('mark-0'), at: '0000-01-01T00:00:00Z' };
      const requests = [appendOne('mark-1'), yearZero, appendOne('mark-2'), appendOne('mark-1', 0)];
      const results = await Promise.allSettled(requests.map((request) => log.append(tenant.id, request)));
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect((await demandSound()).get('mark-1')).toHaveLength(2);
      await expect(log.append(tenant.id, yearZero)).rejects.toThrow(LogFault);
    });
  });

  describe('a connection that dies', () => {
    it('in the middle of the load loses nothing and doubles nothing', async () => {
      const [log] = logs;
      if (!log) throw new Error('no log');
      const assassin = await startKilling(database().ownerUrl);
      const following = followUntil(log, tenant.id, 0n, 2n * 8n * 60n);
      try {
        await crowd(8, 60);
      } finally {
        await assassin.stop();
      }
      expect(assassin.killed()).toBeGreaterThan(0);

      const streams = await demandSound();
      for (const [stream, events] of streams)
        if (stream !== 'journal-shared') expect(events).toHaveLength(60);
      const seen = await following;
      expect(seen.map(({ position }) => position)).toEqual(positions(1, seen.length));
    });
  });
}

/** Ends one connection to the database after another, whoever's it is, while the log grows. */
async function startKilling(ownerUrl: string) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('SET ROLE NONE');
  const working = new AbortController();
  let killed = 0;
  let seen = -1;
  const killing = (async () => {
    while (!working.signal.aborted) {
      // However slow the machine is, the load gets on between two deaths: nobody is hit at every try.
      const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM log.command');
      const stored = Number(rows[0]?.count);
      if (stored < seen + 10) {
        await sleep(20);
        continue;
      }
      seen = stored;
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1`,
      );
      killed += rowCount ?? 0;
      await sleep(100);
    }
  })();
  return {
    killed: () => killed,
    stop: async () => {
      working.abort();
      await killing;
      await client.end();
    },
  };
}
