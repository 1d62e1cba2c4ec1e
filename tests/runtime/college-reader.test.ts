import fc from 'fast-check';
import { LogFault, type EventLog, type OpenedEvent } from '../../src/log/event-log.ts';
import { CollegeReader } from '../../src/runtime/college-reader.ts';
import { eventLog } from '../support/event-log.ts';
import { TestCollege } from '../support/test-college.ts';
import { idOf } from '../support/names.ts';
import { happened } from '../support/world.ts';

const formed = (name: string) => ({
  [`group-${idOf(name)}`]: [happened('GroupFormed', { group: idOf(name), name, year: 1, semester: 1 })],
});

/** A log of so many events. */
const logOf = async (count: number) => {
  const log = eventLog();
  const college = await new TestCollege(log).open();
  const base = await log.head(college.id);
  for (let index = 0; index < count; index += 1) await college.tell(formed(`group ${String(index)}`));
  return { log, college, base };
};

/** What one follower was given until it had come to a position; it is as slow as it is told to be. */
const followed = async (
  reader: CollegeReader,
  after: bigint,
  until: bigint,
  pauses: readonly number[],
): Promise<readonly OpenedEvent[]> => {
  const given: OpenedEvent[] = [];
  if (after >= until) return given;
  let page = 0;
  for await (const events of reader.follow(after, new AbortController().signal)) {
    given.push(...events);
    if ((events.at(-1)?.position ?? 0n) >= until) return given;
    await new Promise((resolve) => setTimeout(resolve, pauses[page++ % pauses.length] ?? 0));
  }
  return given;
};

const counted = (log: EventLog) => {
  const reads = { read: 0 };
  const read: EventLog['read'] = async (college, after, limit) => {
    const page = await log.read(college, after, limit);
    reads.read += page.length;
    return page;
  };
  return { reads, log: { ...log, read } };
};

describe('the reader of a college', () => {
  it('gives each follower every event once and in order, wherever it begins and however slow it is', async () => {
    const sizes = fc.record({ page: fc.integer({ min: 1, max: 9 }), held: fc.integer({ min: 1, max: 40 }) });
    const followers = fc.array(
      fc.record({ after: fc.nat(30), pauses: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }) }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(sizes, followers, fc.nat(25), async (size, all, later) => {
        const { log, college, base } = await logOf(30);
        const reader = new CollegeReader(log, college.id, size);
        const until = base + 30n + BigInt(later);
        const given = all.map(({ after, pauses }) => followed(reader, base + BigInt(after), until, pauses));
        for (let index = 0; index < later; index += 1) await college.tell(formed(`later ${String(index)}`));
        for (const [index, events] of (await Promise.all(given)).entries()) {
          const after = base + BigInt(all[index]?.after ?? 0);
          expect(events.map(({ position }) => position)).toEqual(
            Array.from({ length: Number(until - after) }, (_, step) => after + 1n + BigInt(step)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('reads a page once and decodes an event once for all who stand at the same place', async () => {
    const { log: engine, college, base } = await logOf(20);
    const { log, reads } = counted(engine);
    const reader = new CollegeReader(log, college.id, { page: 5, held: 100 });
    const given = await Promise.all(Array.from({ length: 4 }, () => followed(reader, base, base + 20n, [0])));
    expect(reads.read).toBe(20);
    const [first] = given;
    for (const events of given) expect(events.map(reader.decode)).toEqual(first?.map(reader.decode));
    for (const [index, event] of (given[1] ?? []).entries())
      expect(reader.decode(event)).toBe(reader.decode(given[3]?.[index] ?? event));
  });

  it('holds nothing once everybody has passed it, so no text outlives its key there', async () => {
    const { log: engine, college, base } = await logOf(20);
    const { log, reads } = counted(engine);
    const reader = new CollegeReader(log, college.id, { page: 5, held: 100 });
    await followed(reader, base, base + 20n, [0]);
    await followed(reader, base, base + 20n, [0]);
    expect(reads.read).toBe(40);
  });

  it('stops at a hole instead of passing it', async () => {
    const { log, college, base } = await logOf(6);
    const holed: EventLog = {
      ...log,
      read: async (id, after, limit) =>
        (await log.read(id, after, limit)).filter(({ position }) => position !== base + 3n),
    };
    const reader = new CollegeReader(holed, college.id);
    await expect(followed(reader, base, base + 6n, [0])).rejects.toThrow(LogFault);
  });

  it('lets a follower go when it is told to, though nothing comes', async () => {
    const { log, college, base } = await logOf(1);
    const reader = new CollegeReader(log, college.id);
    const leaving = new AbortController();
    const given: OpenedEvent[] = [];
    const done = (async () => {
      for await (const page of reader.follow(base, leaving.signal)) given.push(...page);
    })();
    await new Promise((resolve) => setTimeout(resolve, 20));
    leaving.abort();
    await done;
    expect(given).toHaveLength(1);
  });
});
