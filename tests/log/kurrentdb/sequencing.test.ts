import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { LogFault, NO_STREAM, type SealedLog } from '../../../src/log/event-log.ts';
import { followUntil, positions } from '../following-contract.ts';
import { append, appendOne, college, event, uuidV7, write } from '../requests.ts';
import { indexOf, startWorld, type World } from './world.ts';

let world: World;
const tenant = college();

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  Object.assign(tenant, college());
});
afterEach(() => world.server.faults.clear());
afterAll(() => world.close());

const demandSound = async (log: SealedLog) => {
  const events = await log.read(tenant.id, 0n, 100_000);
  expect(events.map(({ position }) => position)).toEqual(positions(1, events.length));
  for (const found of Map.groupBy(events, ({ stream }) => stream).values())
    expect(found.map(({ revision }) => revision)).toEqual(found.map((_, i) => i));
  return events;
};

/** Lets another process write until it has been told of so many commands, and kills it. */
const killedAfter = async (told: number, name: string): Promise<readonly string[]> => {
  const file = new URL('lone-writer.ts', import.meta.url).pathname;
  const args = [file, world.server.url, world.database.appUrl, tenant.id, name];
  const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(writer, 'exit');
  const acknowledged: string[] = [];
  for await (const line of createInterface(writer.stdout)) {
    acknowledged.push(line.split(' ')[0] ?? '');
    if (acknowledged.length >= told) writer.kill('SIGKILL');
  }
  await gone;
  return acknowledged;
};

describe('two servers on one KurrentDB and one index', () => {
  it('number one dense log between them, and each is told of its own commands', async () => {
    const logs = [world.log(), world.log()];
    await logs[0]?.open(tenant);
    const followers = logs.map((log) => followUntil(log, tenant.id, 0n, 240n));
    const outcomes = await Promise.all(
      logs.flatMap((log, process) =>
        Array.from({ length: 6 }, async (_, writer) => {
          const told = [];
          for (let i = 0; i < 20; i += 1)
            told.push(
              await log.append(tenant.id, appendOne(`mark-${String(process)}.${String(writer)}`, i - 1)),
            );
          return told;
        }),
      ),
    );
    expect(new Set(outcomes.flat().map(({ status }) => status))).toEqual(new Set(['appended']));
    for (const log of logs) expect(await demandSound(log)).toHaveLength(240);
    for (const seen of await Promise.all(followers)) expect(seen).toHaveLength(240);
  });

  it('who want the same revision get it one after the other: whoever loses finds in the index what it lost to', async () => {
    const logs = [world.log(), world.log()] as const;
    await logs[0].open(tenant);
    let appended = 0;
    await Promise.all(
      logs.map(async (log) => {
        for (let i = 0; i < 15; i += 1) {
          const seen = await log.readStream(tenant.id, 'journal-1');
          const outcome = await log.append(tenant.id, appendOne('journal-1', seen.length - 1));
          if (outcome.status === 'appended') appended += 1;
          if (outcome.status === 'conflict')
            expect((await log.readStream(tenant.id, 'journal-1')).length).toBeGreaterThan(outcome.actual);
        }
      }),
    );
    expect(await demandSound(logs[0])).toHaveLength(appended);
  });
});

describe('a server that is killed', () => {
  it('leaves nothing behind that the next one does not number, and loses nothing it was told of', async () => {
    const log = world.log();
    await log.open(tenant);
    await log.close();
    const told = [...(await killedAfter(30, 'a')), ...(await killedAfter(30, 'b'))];
    const next = world.log();
    await next.colleges();
    await next.append(tenant.id, appendOne('mark-last'));
    const events = await demandSound(next);
    const found = await Promise.all(told.map((id) => next.findCommand(tenant.id, id)));
    expect(found.filter((command) => command === null)).toEqual([]);
    expect(events.length).toBeGreaterThan(told.length);
  });
});

describe('the index', () => {
  it('can be dropped: numbered again it is the same, byte for byte, and ciphertexts come from where they were kept', async () => {
    const log = world.log();
    await log.open(tenant);
    const key = `${crypto.randomUUID()}/special/1`;
    const reason = { field: 'reason', key, ciphertext: Buffer.from('sealed') };
    const sealed = event('a mark', [reason]);
    for (let i = 0; i < 30; i += 1)
      await log.append(
        tenant.id,
        append([
          write('journal-1', i - 1),
          write(`mark-${String(i)}`, NO_STREAM, [event(`№ ${String(i)} ёж`), event()]),
        ]),
      );
    await log.append(tenant.id, append([write('mark-sealed', NO_STREAM, [sealed])]));
    const index = world.pool(world.database.ownerUrl);

    const fresh = await world.another();
    const pool = world.pool(fresh.ownerUrl);
    await pool.query(`SELECT log.open_college($1, $2, $3)`, [tenant.id, tenant.origin, tenant.clock]);
    await pool.query('SELECT log.stage($1, $2)', [
      tenant.id,
      JSON.stringify([
        { event: sealed.id, field: 'reason', key, ciphertext: reason.ciphertext.toString('hex') },
      ]),
    ]);
    const again = world.log({ database: fresh });
    expect(await again.colleges()).toContainEqual({ ...tenant });
    await followUntil(again, tenant.id, 0n, 91n);
    expect(await indexOf(pool, tenant.id)).toEqual(await indexOf(index, tenant.id));
    expect((await again.readStream(tenant.id, 'mark-sealed'))[0]?.sealed).toEqual([reason]);
  });

  it('that something else has written to is not numbered on', async () => {
    const log = world.log();
    await log.open(tenant);
    await log.append(tenant.id, appendOne('mark-1'));
    const owner = world.pool(world.database.ownerUrl);
    await owner.query(
      'UPDATE log.source SET head = 0 WHERE college = (SELECT no FROM log.college WHERE id = $1)',
      [tenant.id],
    );
    await expect(log.append(tenant.id, appendOne('mark-2'))).rejects.toThrow(
      /the index of college .* ends at 1/,
    );
  });

  it('of a college whose log lies in PostgreSQL is not taken for KurrentDB’s', async () => {
    const { postgresLog } = await import('../../../src/log/postgres/postgres-log.ts');
    const own = postgresLog({ pool: world.pool(world.database.appUrl) });
    await own.open(tenant);
    await own.append(tenant.id, appendOne('mark-1'));
    await own.close();
    await expect(world.log().open(tenant)).rejects.toThrow(/lies in PostgreSQL/);
  });
});

describe('a record that no command of ours wrote', () => {
  const stray = (data: unknown, streamName: string, metadata: Record<string, string> = {}) =>
    KurrentDBClient.connectionString(world.server.url).multiStreamAppend([
      {
        streamName,
        expectedState: 'any',
        events: [
          {
            id: uuidV7(),
            type: 'MarkRecorded',
            contentType: 'application/octet-stream',
            data: Buffer.from(JSON.stringify(data)),
            metadata,
          },
        ],
      },
    ]);

  it('is never numbered: the log names it, and takes no more events', async () => {
    const log = world.log();
    await log.open(tenant);
    await log.append(tenant.id, appendOne('mark-1'));
    expect(log.stuck?.(tenant.id)).toBeNull();
    await stray({ note: 'by hand' }, `${tenant.id}/mark-1`);
    await expect(log.append(tenant.id, appendOne('mark-2'))).rejects.toThrow(
      new RegExp(`not of this log: ${tenant.id}/mark-1@1`),
    );
    await expect(log.append(tenant.id, appendOne('mark-3'))).rejects.toThrow(LogFault);
    expect(log.stuck?.(tenant.id)).toContain(`${tenant.id}/mark-1@1`);
    expect(await log.head(tenant.id)).toBe(1n);
  });

  it('in another college’s streams, or in none of ours, is nobody’s concern', async () => {
    const log = world.log();
    await log.open(tenant);
    await stray({}, `${college().id}/mark-1`);
    await stray({}, 'somebody-elses');
    expect(await log.append(tenant.id, appendOne('mark-1'))).toMatchObject({ status: 'appended', last: 1n });
  });
});
