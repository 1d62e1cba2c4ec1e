import { setTimeout as sleep } from 'node:timers/promises';
import { LogFault, NO_STREAM, type SealedLog } from '../../../src/log/event-log.ts';
import { followUntil, positions } from '../following-contract.ts';
import { append, appendOne, college, write } from '../requests.ts';
import { startKurrentServer } from './server/kurrent-server.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let log: SealedLog;
const tenant = college();

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  Object.assign(tenant, college());
  log = world.log();
  await log.open(tenant);
});
afterEach(() => world.server.faults.clear());
afterAll(() => world.close());

/** A command with a check, and one without: they take different calls. */
const kinds = [
  [
    'with checks',
    (stream: string) => append([write(stream)], { checks: [{ stream: 'period-1', expected: NO_STREAM }] }),
  ],
  ['without checks', (stream: string) => appendOne(stream)],
] as const;

const demandDense = async (count: number) => {
  const events = await log.read(tenant.id, 0n, 1_000);
  expect(events.map(({ position }) => position)).toEqual(positions(1, count));
};

/** Appends at a node that says another one leads; a log that is new has to read first. */
const appendWhereAnotherLeads = async (by: SealedLog): Promise<void> => {
  const leader = await startKurrentServer({
    databaseUrl: world.database.operatorUrl,
    store: world.server.store,
  });
  try {
    world.server.faults.notLeader(leader.endpoint);
    expect(await by.append(tenant.id, appendOne('mark-1'))).toMatchObject({ first: 1n, last: 1n });
    expect(world.server.faults.befallen).toBeGreaterThan(0);
  } finally {
    await world.server.faults.clear();
    await by.close();
    await leader.stop();
  }
};

describe('a KurrentDB that fails', () => {
  it.each(kinds)(
    'after it stored a command %s: the command is stored once, and its caller is told so',
    async (_, of) => {
      world.server.faults.resetWrites('after', 2);
      const command = of('mark-1');
      expect(await log.append(tenant.id, command)).toMatchObject({ first: 1n, last: 1n });
      expect(world.server.faults.befallen).toBeGreaterThan(0);
      expect(await log.append(tenant.id, command)).toEqual({ status: 'duplicate', first: 1n, last: 1n });
      await demandDense(1);
    },
  );

  it.each(kinds)('before it stored a command %s: the command is stored by the next try', async (_, of) => {
    world.server.faults.resetWrites('before', 2);
    expect(await log.append(tenant.id, of('mark-1'))).toEqual({ status: 'appended', first: 1n, last: 1n });
    await demandDense(1);
  });

  it('in the midst of many commands of several colleges harms none of them', async () => {
    const neighbour = college();
    const other = world.log();
    await other.open(neighbour);
    world.server.faults.resetWrites('after', 3);
    const outcomes = await Promise.all(
      [log, other].flatMap((one, index) =>
        Array.from({ length: 20 }, (_, i) =>
          one.append([tenant, neighbour][index]?.id ?? '', appendOne(`mark-${String(i)}`)),
        ),
      ),
    );
    expect(new Set(outcomes.map(({ status }) => status)).isSubsetOf(new Set(['appended', 'duplicate']))).toBe(
      true,
    );
    await demandDense(20);
    expect(await other.head(neighbour.id)).toBe(20n);
  });

  it('and gives no answer at all makes the log say so, as a fault of its own', async () => {
    await log.append(tenant.id, appendOne('mark-1'));
    world.server.faults.unavailable();
    const command = appendOne('mark-2');
    await expect(log.append(tenant.id, command)).rejects.toThrow(LogFault);
    await expect(world.log().open(college())).rejects.toThrow(LogFault);
    await world.server.faults.clear();
    expect(await log.append(tenant.id, command)).toEqual({ status: 'appended', first: 2n, last: 2n });
  });

  it('by going down and coming back is found again', async () => {
    await log.append(tenant.id, appendOne('mark-1'));
    await world.server.faults.down();
    const waiting = log.append(tenant.id, appendOne('mark-2'));
    await sleep(50);
    await world.server.faults.up();
    expect(await waiting).toMatchObject({ first: 2n, last: 2n });
    expect(await followUntil(log, tenant.id, 0n, 2n)).toHaveLength(2);
  });

  it('by not being the leader any more is left for the one that is', () => appendWhereAnotherLeads(log));

  it('by not being the leader any more is read at the one that is', () =>
    appendWhereAnotherLeads(world.log()));

  it('by delivering events twice, or from before where it was asked to, gives nothing a second number', async () => {
    for (let i = 0; i < 5; i += 1) await log.append(tenant.id, appendOne('mark-1', i - 1));
    await log.close();
    world.server.faults.redeliver(4);
    world.server.faults.repeat(8);
    log = world.log();
    for (let i = 5; i < 10; i += 1) await log.append(tenant.id, appendOne('mark-1', i - 1));
    expect(world.server.faults.befallen).toBeGreaterThan(0);
    await demandDense(10);
  });

  it('by cutting its subscriptions off is read on from where the index stands', async () => {
    world.server.faults.cutReads(3, 4);
    const again = world.log();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => again.append(tenant.id, appendOne(`mark-${String(i)}`))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'appended'));
    await demandDense(40);
  });
});

describe('the client of KurrentDB', () => {
  it('is never asked to hide a refusal: the revision that was found is the true one', async () => {
    const lenient = world.log({ url: `${world.server.url}&throwOnAppendFailure=false` });
    for (let i = 0; i < 3; i += 1) await lenient.append(tenant.id, appendOne('mark-1', i - 1));
    const refusal = { status: 'conflict', stream: 'mark-1', actual: 2 };
    expect(await lenient.append(tenant.id, appendOne('mark-1', 0))).toEqual(refusal);
    const checked = append([write('mark-2')], { checks: [{ stream: 'mark-1', expected: 0 }] });
    expect(await lenient.append(tenant.id, checked)).toEqual(refusal);
  });

  it('warms up by itself: two hundred appends on a cold connection are all stored', async () => {
    const cold = world.log();
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, i) => cold.append(tenant.id, appendOne(`mark-${String(i)}`))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'appended'));
  });
});

describe('a KurrentDB that is too old', () => {
  it('is refused with the version that is needed, for commands with checks', async () => {
    const older = await startWorld({ version: '25.1.0', appendRecords: false });
    try {
      const old = older.log();
      await old.open(tenant);
      expect(await old.append(tenant.id, appendOne('mark-1'))).toMatchObject({ status: 'appended' });
      const checked = append([write('mark-2')], { checks: [{ stream: 'mark-1', expected: 0 }] });
      await expect(old.append(tenant.id, checked)).rejects.toThrow(
        /25\.1\.0.*needs KurrentDB 26\.1 or later/,
      );
    } finally {
      await older.close();
    }
  });

  it('is refused with the version that is needed, when it can write one stream at a time only', async () => {
    const older = await startWorld({ version: '24.10.0', appendRecords: false, multiStreamAppend: false });
    try {
      await expect(older.log().open(tenant)).rejects.toThrow(/24\.10\.0.*needs KurrentDB 25\.1 or later/);
    } finally {
      await older.close();
    }
  });
});
