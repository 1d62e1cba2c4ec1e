import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import {
  LogFault,
  type AppendOutcome,
  type AppendRequest,
  type SealedLog,
  type StoredEvent,
} from '../../../src/log/event-log.ts';
import { append, college, event, write } from '../requests.ts';
import type { Faults } from './server/faults.ts';
import { startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const STREAMS = ['mark-a', 'mark-b', 'mark-c', 'period-d'];

/** What may befall the server while commands are on their way. */
const BLOWS: Readonly<Record<string, (faults: Faults) => void>> = {
  'loses the answer to a write': (faults) => {
    faults.resetWrites('after');
  },
  'loses a write': (faults) => {
    faults.resetWrites('before');
  },
  'cuts a subscription off': (faults) => {
    faults.cutReads(2);
  },
  'begins a delivery too early': (faults) => {
    faults.redeliver(5);
  },
  'delivers twice': (faults) => {
    faults.repeat(3);
  },
  'forgets the ids it has seen': (faults) => {
    void faults.forget();
  },
};

/** A few commands that are decided at once, and what befalls the server meanwhile. */
const round = fc.record({
  blows: fc.array(fc.constantFrom(...Object.keys(BLOWS)), { maxLength: 3 }),
  commands: fc.array(
    fc.record({
      writes: fc.uniqueArray(
        fc.record({ stream: fc.constantFrom(...STREAMS), count: fc.integer({ min: 1, max: 3 }) }),
        { minLength: 1, maxLength: 2, selector: ({ stream }) => stream },
      ),
      checks: fc.uniqueArray(fc.constantFrom(...STREAMS, 'period-none'), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

type Round = typeof round extends fc.Arbitrary<infer R> ? R : never;

/** A command, and what its caller was told of it. */
interface Told {
  readonly request: AppendRequest;
  readonly outcome: AppendOutcome;
}

/** Sends a command until the log knows what became of it, as a caller with a command id may. */
async function send(log: SealedLog, tenant: string, request: AppendRequest): Promise<AppendOutcome> {
  for (;;) {
    try {
      return await log.append(tenant, request);
    } catch (failure) {
      if (!(failure instanceof LogFault)) throw failure;
      await pause(20);
    }
  }
}

async function weather(log: SealedLog, tenant: string, rounds: readonly Round[]): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const { blows, commands } of rounds) {
    const revisions = new Map<string, number>();
    for (const [stream, events] of await log.readStreams(tenant, STREAMS))
      revisions.set(stream, events.length - 1);
    for (const blow of blows) BLOWS[blow]?.(world.server.faults);
    const requests = commands.map(({ writes, checks }) =>
      append(
        writes.map(({ stream, count }) =>
          write(
            stream,
            revisions.get(stream) ?? -1,
            Array.from({ length: count }, () => event(randomUUID())),
          ),
        ),
        {
          checks: checks
            .filter((checked) => writes.every(({ stream }) => stream !== checked))
            .map((stream) => ({ stream, expected: revisions.get(stream) ?? -1 })),
        },
      ),
    );
    const outcomes = await Promise.all(requests.map((request) => send(log, tenant, request)));
    told.push(...requests.flatMap((request, i) => (outcomes[i] ? [{ request, outcome: outcomes[i] }] : [])));
  }
  return told;
}

const bodiesOf = ({ writes }: AppendRequest) =>
  writes.flatMap(({ stream, events }) => events.map(({ body }) => `${stream} ${body}`));

/** Each command that was stored lies where its caller was told, whole and once; no other left a trace. */
function hold(told: readonly Told[], events: readonly StoredEvent[]): void {
  const stored = told.filter(
    ({ outcome }) => outcome.status === 'appended' || outcome.status === 'duplicate',
  );
  expect(events.map(({ position }) => position)).toEqual(events.map((_, i) => BigInt(i + 1)));
  for (const { request, outcome } of stored) {
    if (!('first' in outcome)) continue;
    const lying = events.slice(Number(outcome.first) - 1, Number(outcome.last));
    expect(lying.map(({ stream, body }) => `${stream} ${body}`)).toEqual(bodiesOf(request));
  }
  expect(events).toHaveLength(stored.flatMap(({ request }) => bodiesOf(request)).length);
  for (const stream of STREAMS) {
    const revisions = events.filter((one) => one.stream === stream).map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.map((_, i) => i));
  }
}

describe('a log in a KurrentDB that fails again and again', () => {
  it('loses nothing, stores nothing twice and tells every caller the truth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 3, maxLength: 6 }), async (rounds) => {
        const [log, tenant] = [world.log(), college()];
        await log.open(tenant);
        try {
          const told = await weather(log, tenant.id, rounds);
          await world.server.faults.clear();
          hold(told, await log.read(tenant.id, 0n, 1_000));
        } finally {
          await world.server.faults.clear();
          await log.close();
        }
      }),
      { numRuns: 8 },
    );
    expect(world.server.faults.befallen).toBeGreaterThan(10);
  });
});
