import { randomUUID } from 'node:crypto';
import { connections, type Connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { runCollege } from '../../src/runtime/college.ts';
import { recordMark } from '../support/acts.ts';
import { eventLog } from '../support/event-log.ts';
import { idOf } from '../support/names.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { TestCollege } from '../support/test-college.ts';
import { algebra, college, happened, petrova, streams, world } from '../support/world.ts';

/**
 * Attack T26: marks that were decided in the last second of a window and reach the log after it. The window of the
 * first lesson closes at midnight of 23 September in Perm; around it a command is given every three milliseconds,
 * and each append is held back for up to six seconds.
 */
const COMMANDS = 2_000;
const EDGE = Date.parse('2024-09-23T19:00:00.000Z');

let database: TestDatabase;
let app: Connections;
let log: EventLog;

beforeAll(async () => {
  database = await testDatabase();
  app = connections(database.appUrl);
  log = eventLog(postgresLog({ pool: app.pool(4) }));
});
afterAll(async () => {
  await log.close();
  await app.end();
  await database.drop();
});

const students = Array.from({ length: COMMANDS }, (_, index) => idOf(`student ${index}`));

const crowd = () => ({
  [streams.page]: [0, 500, 1_000, 1_500].map((from) =>
    happened('RosterExtended', {
      journal: algebra,
      students: students.slice(from, from + 500),
      from: '2024-09-01',
    }),
  ),
  ...Object.fromEntries(
    students.map((student) => [
      streams.of(student),
      [
        happened('StudentEnrolled', {
          ...{ student, group: idOf('group'), from: '2024-09-01', formOfStudy: 'fullTime' },
          ...{ individualCurriculum: null, order: null },
        } as const),
      ],
    ]),
  ),
});

describe('attack T26: appends that come late', () => {
  it('none of thousands around the edge is recorded more than two seconds after it, and those before it are', async () => {
    const told = await new TestCollege(log, college, '2024-09-20T00:00:00.000Z').open();
    await told.tell(world(crowd()));
    let instant = EDGE - 3_000;
    const waiting: (() => void)[] = [];
    let appends = 0;
    let holding = true;
    const late: EventLog = {
      ...log,
      append: async (id, request) => {
        // Every seventh append waits while the others pass it by.
        appends += 1;
        if (holding && appends % 7 === 0) await new Promise<void>((resolve) => waiting.push(resolve));
        return await log.append(id, request);
      },
    };
    const { execute } = runCollege(late, told, () => new Date(instant).toISOString());
    const outcomes: Promise<{ readonly accepted: boolean }>[] = [];
    for (const [index, student] of students.entries()) {
      instant += 3;
      const actor = { account: petrova, session: 'session', channel: 'graphql' } as const;
      outcomes.push(execute(recordMark({ student }), { commandId: randomUUID(), actor }));
      if (index % 40 === 0) await new Promise((resolve) => setImmediate(resolve));
      if (index % 100 === 99) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        for (const release of waiting.splice(0, 5)) release();
      }
    }
    instant = EDGE + 8_000;
    holding = false;
    for (const release of waiting.splice(0)) release();
    const ends = await Promise.all(outcomes);

    const { rows } = await app
      .pool(1)
      .query<{ recorded: Date; body: string }>(
        `SELECT recorded_at AS recorded, body FROM log.event WHERE type = 'MarkRecorded'`,
      );
    const beyond = rows.filter(({ recorded }) => recorded.getTime() > EDGE + 2_000);
    const decidedLate = rows.filter(
      ({ body }) => Date.parse((JSON.parse(body) as { at: string }).at) >= EDGE,
    );
    expect({ beyond: beyond.length, decidedLate: decidedLate.length }).toEqual({ beyond: 0, decidedLate: 0 });
    expect(rows).toHaveLength(ends.filter(({ accepted }) => accepted).length);
    expect(rows.length).toBeGreaterThan(500);
    expect(COMMANDS - rows.length).toBeGreaterThan(500);
  }, 120_000);
});
