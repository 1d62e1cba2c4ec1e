import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { attendanceSummary } from '../../projections/attendance/queries.ts';
import { pagesEverOf } from '../../projections/attendance/queries-past.ts';
import { attendanceDays } from '../../projections/attendance/attended.ts';
import { summarise } from '../../projections/attendance/summary.ts';
import { gradebookPage, journalsIn } from '../../projections/gradebook/queries.ts';
import { projections } from '../../projections/register.ts';
import { trackedDebts } from '../../projections/standing/debts.ts';
import { seenOnPages, standing } from '../../projections/standing/queries.ts';
import { connections, type Connections } from '../../src/database/pools.ts';
import { memoryKeyring } from '../../src/keys/memory-keyring.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { memoryLog } from '../../src/log/memory/memory-log.ts';
import { openedLog } from '../../src/log/opened-log.ts';
import { runCollege } from '../../src/runtime/college.ts';
import { attendanceAsOf } from '../../src/runtime/past/attendance.ts';
import { pageAsOf } from '../../src/runtime/past/page.ts';
import { standingAsOf } from '../../src/runtime/past/standing.ts';
import { startProjector, type Projector } from '../../src/runtime/projector.ts';
import { openReadModels, type ReadModels } from '../../src/runtime/read-models.ts';
import { longHistory, widened, type Step } from '../support/past-history.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { scope } from '../support/read-side.ts';
import { TestCollege } from '../support/test-college.ts';
import { group, petrova } from '../support/world.ts';

const LONG = 30_000;
const september = { from: '2024-09-01', until: '2024-09-30' };

/** A log, and read models that follow it in a database of their own. */
class Side {
  readonly log: EventLog;
  readonly #database: TestDatabase;
  readonly #roles: Pick<Connections, 'end'>;
  readonly models: ReadModels;
  #projector: Projector | null = null;

  constructor(log: EventLog, database: TestDatabase) {
    this.log = log;
    this.#database = database;
    // The queries' own conditions are what is compared, not the second wall.
    const projecting = connections(database.projectorUrl);
    this.#roles = projecting;
    this.models = openReadModels({ projector: projecting, reader: projecting });
  }

  async follow(college: string): Promise<void> {
    this.#projector ??= await startProjector(this.log, this.models);
    this.#projector.follow(college);
    const head = await this.log.head(college);
    for (const { name } of projections)
      expect(await this.#projector.waitFor(name, college, head, LONG)).toBe(true);
  }

  async close(): Promise<void> {
    await this.#projector?.stop();
    await this.#roles.end();
    await this.log.close();
    await this.#database.drop();
  }
}

let whole: Side;
let cut: Side;

beforeAll(async () => {
  const keyring = memoryKeyring();
  whole = new Side(openedLog(memoryLog(), keyring), await testDatabase());
  cut = new Side(openedLog(memoryLog(), keyring), await testDatabase());
});
afterAll(async () => {
  await whole.close();
  await cut.close();
});

const director = (college: string) => scope(college, 'director', 'standing.read');

/** Everything the tables show of a college. */
const shown = async ({ models }: Side, college: string) => {
  const reader = models.readers(null);
  const all = director(college);
  const journals = (await journalsIn(reader, all)).map(({ journal }) => journal);
  return {
    pages: await Promise.all(journals.map((journal) => gradebookPage(reader, all, journal))),
    standing: await standing(reader, all, { group }),
    debts: await trackedDebts(reader, all, { group, cleared: false }),
    attendance: await attendanceSummary(reader, all, { group, month: '2024-09', missedDay: 'allLessons' }),
  };
};

/** The same from the log, up to a position. */
const asOf = async ({ log, models }: Side, college: string, position: bigint) => {
  const reader = models.readers(null);
  const all = director(college);
  const journals = (await journalsIn(reader, all)).map(({ journal }) => journal);
  const pages = await Promise.all(journals.map((journal) => pageAsOf(log, all, journal, position)));
  const visible = await seenOnPages(reader, all, { group });
  const past = await standingAsOf(log, all, { visible, group }, position);
  const pagesOf = await pagesEverOf(reader, all, group);
  const attended = await attendanceAsOf(log, all, { group, ...september, journals: pagesOf }, position);
  return {
    pages: pages.filter((page) => page !== null),
    standing: past.pages,
    debts: past.debts.filter(({ clearedOn }) => clearedOn === null),
    attendance: summarise(attendanceDays(attended.lessons), 'allLessons'),
  };
};

/** A college in which all of this was ordered, in turn. */
const lived = async (steps: readonly Step[]): Promise<{ id: string; origin: string }> => {
  const told = await new TestCollege(whole.log, randomUUID(), '2024-09-01T00:00:00.000Z').open();
  await told.tell(widened);
  const clock = { now: '' };
  const { execute } = runCollege(whole.log, told, () => clock.now);
  for (const [index, { act, who }] of steps.entries()) {
    clock.now = `${who.on}T06:00:00.${String(index).padStart(3, '0')}Z`;
    const actor = { account: who.by ?? petrova, session: 'session', channel: 'graphql' } as const;
    await execute(act, { commandId: randomUUID(), actor, source: who.source ?? 'online' });
  }
  return told;
};

/** The first events of a college, alone in a log of their own. */
const copyUntil = async ({ id, origin }: { id: string; origin: string }, position: bigint): Promise<void> => {
  await cut.log.open({ id, origin, clock: 'virtual' });
  for (const { stream, revision, type, version, body, sealed } of await whole.log.read(
    id,
    0n,
    Number(position),
  ))
    await cut.log.append(id, {
      commandId: randomUUID(),
      fingerprint: '00'.repeat(32),
      at: '2025-09-01T00:00:00.000Z',
      writes: [{ stream, expected: revision - 1, events: [{ id: v7(), type, version, body, sealed }] }],
      checks: [],
    });
};

describe('the past, whatever has happened', () => {
  it('at the head is what the tables show, and before it what a rebuild up to there would show (T-52)', async () => {
    const seen = { debts: 0, missed: 0, changed: 0 };
    await fc.assert(
      fc.asyncProperty(longHistory, fc.double({ min: 0.1, max: 1, noNaN: true }), async (steps, share) => {
        const college = await lived(steps);
        const head = await whole.log.head(college.id);
        await whole.follow(college.id);
        const today = await shown(whole, college.id);
        expect(await asOf(whole, college.id, head)).toEqual(today);

        const position = BigInt(Math.round(Number(head) * share));
        await copyUntil(college, position);
        await cut.follow(college.id);
        const then = await asOf(whole, college.id, position);
        expect(then).toEqual(await shown(cut, college.id));
        seen.debts += today.debts.length;
        seen.missed += today.attendance.missedHours;
        seen.changed += Number(JSON.stringify(then.attendance) !== JSON.stringify(today.attendance));
      }),
      { numRuns: 12, seed: 20_241_122, endOnFailure: true },
    );
    // And enough happened for the sameness to say something.
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  }, 120_000);
});
