import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import type { CollegeLog } from '../../src/log/event-log.ts';
import { college } from '../log/requests.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { holdInLeaves } from '../support/small-leaves.ts';
import { inForm } from './length.ts';
import { examineLog, SOUND } from './log-invariants.ts';

const PROCESSES = 4;
const COLLEGES = 5;
const KILLS = inForm(2, 20);
/** Acknowledged between two kills, at least. */
const BETWEEN = inForm(400, 2_000);
/** So few events in a leaf that every college comes past its end several times. */
const LEAF = 40;

interface Told {
  readonly commandId: string;
  readonly first: bigint;
  readonly last: bigint;
}

let database: TestDatabase;
const tenants: readonly CollegeLog[] = Array.from({ length: COLLEGES }, () => college());
const told: Told[] = [];
let started = 0;

beforeAll(async () => {
  database = await testDatabase();
  await holdInLeaves(database, LEAF);
  const pool = connections(database.appUrl).pool(10);
  const log = postgresLog({ pool });
  for (const tenant of tenants) await log.open(tenant);
  await log.close();
  await pool.end();
});
afterAll(() => database.drop());

/** Starts a process that writes to every college; what it acknowledges is kept. */
const startWriter = (): ChildProcess => {
  const child = spawn(process.execPath, ['tests/support/crowd-process.ts'], {
    env: {
      PATH: process.env['PATH'],
      CROWD_URL: database.appUrl,
      CROWD_NAME: String((started += 1)),
      CROWD_COLLEGES: tenants.map(({ id }) => id).join(','),
      CROWD_WRITERS: '2',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface(child.stdout).on('line', (line) => {
    const [commandId = '', first, last] = line.split(' ');
    if (first && last) told.push({ commandId, first: BigInt(first), last: BigInt(last) });
  });
  return child;
};

const moreTold = async (): Promise<void> => {
  const enough = told.length + BETWEEN;
  while (told.length < enough) await sleep(20);
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
};

describe(`${String(PROCESSES)} processes that write to ${String(COLLEGES)} colleges, and are killed in turn`, () => {
  it('lose nothing, double nothing and write nothing out of order, across the ends of leaves (F10)', async () => {
    const writers = Array.from({ length: PROCESSES }, startWriter);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await moreTold();
      const [victim] = writers.splice(0, 1);
      victim?.kill('SIGKILL');
      writers.push(startWriter());
      if (victim) await ended(victim);
    }
    await moreTold();
    for (const writer of writers) writer.kill('SIGTERM');
    await Promise.all(writers.map(ended));

    expect(await examineLog(database.ownerUrl, told)).toEqual(SOUND);
    const pool = connections(database.appUrl).pool(10);
    const log = postgresLog({ pool });
    for (const { id } of tenants) {
      const head = await log.head(id);
      expect(head).toBeGreaterThan(2 * LEAF);
      expect((await log.read(id, 0n, 1_000_000)).map(({ position }) => position)).toEqual(
        Array.from({ length: Number(head) }, (_, i) => BigInt(i + 1)),
      );
    }
    await log.close();
    await pool.end();
  }, 300_000);
});
