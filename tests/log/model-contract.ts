import fc from 'fast-check';
import type { AppendOutcome, AppendRequest, SealedLog } from '../../src/log/event-log.ts';
import type { Manner } from './contract.ts';
import { append, college, event, write } from './requests.ts';

const streams = ['mark-a', 'mark-b', 'period-c'];

/** An append to some of three streams, at revisions that are often right, under one of a few command ids. */
const attempt = fc.record({
  command: fc.nat(6),
  content: fc.constantFrom('this', 'that'),
  second: fc.nat(5),
  writes: fc.uniqueArray(
    fc.record({
      stream: fc.constantFrom(...streams),
      expected: fc.integer({ min: -1, max: 3 }),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 2, selector: ({ stream }) => stream },
  ),
  checks: fc.array(
    fc.record({
      stream: fc.constantFrom(...streams, 'period-none'),
      expected: fc.integer({ min: -1, max: 1 }),
    }),
    { maxLength: 2 },
  ),
});

type Attempt = typeof attempt extends fc.Arbitrary<infer A> ? A : never;

/** The rules once more, in the fewest words: the judge of every engine. */
function model() {
  const commands = new Map<string, { fingerprint: string; first: bigint; last: bigint }>();
  const revisions = new Map<string, number>();
  let [head, newest] = [0n, 0];
  return (request: AppendRequest): AppendOutcome => {
    const known = commands.get(request.commandId);
    if (known && known.fingerprint !== request.fingerprint) return { status: 'reused' };
    if (known) return { status: 'duplicate', first: known.first, last: known.last };
    const at = Date.parse(request.at);
    if (newest - at > 2_000) return { status: 'stale' };
    for (const { stream, expected } of [...request.writes, ...request.checks]) {
      const actual = revisions.get(stream) ?? -1;
      if (actual !== expected) return { status: 'conflict', stream, actual };
    }
    const first = head + 1n;
    for (const { stream, expected, events } of request.writes) {
      revisions.set(stream, expected + events.length);
      head += BigInt(events.length);
    }
    newest = Math.max(newest, at);
    commands.set(request.commandId, { fingerprint: request.fingerprint, first, last: head });
    return { status: 'appended', first, last: head };
  };
}

/** What an answer says but for the number of its place: how many events, and to which command they belong. */
const unplaced =
  (requests: readonly AppendRequest[]) =>
  (outcome: AppendOutcome, index: number, all: readonly AppendOutcome[]): unknown => {
    if (outcome.status !== 'appended' && outcome.status !== 'duplicate') return outcome;
    const { commandId } = requests[index] ?? {};
    const stored = all.find(({ status }, i) => status === 'appended' && requests[i]?.commandId === commandId);
    const isThere =
      stored && 'first' in stored && stored.first === outcome.first && stored.last === outcome.last;
    return { status: outcome.status, events: outcome.last - outcome.first, isThere };
  };

/** Random histories, sent one by one or all at once, against the model. */
export function modelContract(make: () => SealedLog, { keepsArrival, histories }: Manner): void {
  let log: SealedLog;
  beforeEach(() => {
    log = make();
  });
  afterEach(() => log.close());

  const requestOf =
    (commandIds: readonly string[]) =>
    ({ command, content, second, writes, checks }: Attempt): AppendRequest =>
      append(
        writes.map(({ stream, expected, count }) =>
          write(
            stream,
            expected,
            Array.from({ length: count }, () => event()),
          ),
        ),
        { commandId: commandIds[command] ?? '', content, at: `2026-09-01T08:00:0${String(second)}Z`, checks },
      );

  describe('any history', () => {
    it.each(['one by one', 'all at once'])('sent %s gets the answers of the model', async (manner) => {
      await fc.assert(
        fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 30 }), async (attempts) => {
          const tenant = college();
          await log.open(tenant);
          const commandIds = Array.from({ length: 7 }, () => crypto.randomUUID());
          const requests = attempts.map(requestOf(commandIds));
          const send = (request: AppendRequest) => log.append(tenant.id, request);
          const outcomes =
            manner === 'one by one'
              ? await Array.fromAsync(requests, send)
              : await Promise.all(requests.map(send));
          const judged = requests.map(model());
          if (keepsArrival || manner === 'one by one') expect(outcomes).toEqual(judged);
          else expect(outcomes.map(unplaced(requests))).toEqual(judged.map(unplaced(requests)));
          const stored = outcomes.filter(({ status }) => status === 'appended').length;
          const events = await log.read(tenant.id, 0n, 1_000);
          expect(events.map(({ position }) => position)).toEqual(events.map((_, i) => BigInt(i + 1)));
          expect(events.length).toBeGreaterThanOrEqual(stored);
        }),
        { numRuns: histories },
      );
    });
  });
}
