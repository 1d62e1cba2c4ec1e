import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { gradebook } from '../../projections/gradebook/gradebook.ts';
import { directory } from '../../projections/directory/directory.ts';
import { eventLog } from '../support/event-log.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { findCheckpoint } from '../../src/runtime/checkpoints.ts';
import { startProjector, type Projector } from '../../src/runtime/projector.ts';
import { openReadModels, type ReadModelConnections, type ReadModels } from '../../src/runtime/read-models.ts';
import type { Projection } from '../../projections/definition.ts';
import { absent, marked } from '../support/acts.ts';
import { readRoles } from '../support/read-roles.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { TestCollege } from '../support/test-college.ts';
import { algebra, first, happened, ivanova, streams, world } from '../support/world.ts';

const both = [gradebook, directory];
const LONG = 20_000;

let database: TestDatabase;
let log: EventLog;
let college: TestCollege;
const open: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  database = await testDatabase();
  log = eventLog();
  college = await new TestCollege(log).open();
});

afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
  await log.close();
  await database.drop();
});

/** A process: connections and a projector of its own. */
async function processWith(
  projections: readonly Projection[] = both,
): Promise<{ app: ReadModelConnections; models: ReadModels; projector: Projector }> {
  const app = readRoles(database);
  const models = openReadModels(app, projections);
  const projector = await startProjector(log, models);
  open.push({
    stop: async () => {
      await projector.stop();
      await app.end();
    },
  });
  projector.follow(college.id);
  return { app, models, projector };
}

/** Ends every connection of the application, as a restarting server would. */
const dropConnections = async (): Promise<void> => {
  const client = new Client({ connectionString: database.projectorUrl });
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`);
  await client.end();
};

const rows = async ({ models }: { models: ReadModels }, table: string) =>
  (await models.pool.query(`SELECT * FROM read.${table} WHERE college = $1`, [college.id])).rows as Record<
    string,
    unknown
  >[];

describe('the projector', () => {
  it('makes the tables and fills them from the log', async () => {
    const position = await college.tell(world({ [streams.mark]: [marked('5')] }));
    const one = await processWith();
    expect(await one.projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    expect(await rows(one, 'gradebook_cell')).toMatchObject([
      { journal: algebra, lesson: first, student: ivanova, marks: [{ workType: 'lessonWork', value: '5' }] },
    ]);
    expect(await rows(one, 'gradebook_lesson')).toHaveLength(2);
    expect(one.projector.projectorStatus()).toMatchObject([
      { projection: 'gradebook', state: 'following', position, fault: null },
      { projection: 'directory' },
    ]);
  });

  it('lets a reader wait for what was just written, and not for ever', async () => {
    const one = await processWith();
    const position = await college.tell(world());
    expect(await one.projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    expect(await one.projector.waitFor('gradebook', college.id, position + 1n, 30)).toBe(false);
  });

  it('goes on after a restart where it was, losing and repeating nothing', async () => {
    const before = await processWith();
    await before.projector.waitFor('gradebook', college.id, await college.tell(world()), LONG);
    await open.pop()?.stop();
    const position = await college.tell({ [streams.mark]: [marked('5')] });
    const after = await processWith();
    expect(await after.projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    expect(await rows(after, 'gradebook_cell')).toMatchObject([
      { marks: [{ workType: 'lessonWork', value: '5' }], position },
    ]);
  });

  it('passes by what concerns none of its tables, and says so in its checkpoint a little later', async () => {
    const one = await processWith();
    await one.projector.waitFor('directory', college.id, await college.tell(world()), LONG);
    const position = await college.tell({ [streams.mark]: [marked('5')] });
    expect(await one.projector.waitFor('directory', college.id, position, LONG)).toBe(true);
    const stored = async () => (await findCheckpoint(one.models.pool, 'directory', college.id))?.position;
    while ((await stored()) !== position) await sleep(20);
    const later = await college.tell({ [streams.attendance]: [absent()] });
    expect(await one.projector.waitFor('directory', college.id, later, LONG)).toBe(true);
    await one.projector.stop();
    expect(await stored()).toBe(later);
  });

  it('works alone for a college: a second process stands by, waits too, and takes over', async () => {
    const [one, other] = [await processWith(), await processWith()];
    const position = await college.tell(world({ [streams.mark]: [marked('5')] }));
    expect(await one.projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    expect(await other.projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    const states = [one, other].map(({ projector }) => projector.projectorStatus()[0]?.state).toSorted();
    expect(states).toEqual(['following', 'standby']);

    await open.shift()?.stop();
    const later = await college.tell({ [streams.attendance]: [absent()] });
    expect(await other.projector.waitFor('gradebook', college.id, later, LONG)).toBe(true);
    expect(await rows(other, 'gradebook_cell')).toMatchObject([
      { marks: [{ value: '5' }], attendance: 'absent', position: later },
    ]);
  });

  it('stops loudly at an event it cannot take, while the other projections go on', async () => {
    await college.tell(world());
    // A mark that is corrected and was never given.
    const poison = await college.tell({
      [streams.mark]: [
        happened('MarkCorrected', {
          journal: algebra,
          lesson: first,
          student: ivanova,
          workType: 'control',
          scale: 'fivePoint',
          from: '2',
          to: '3',
        }),
      ],
    });
    const last = await college.tell({ [streams.attendance]: [absent()] });
    const one = await processWith();
    expect(await one.projector.waitFor('directory', college.id, last, LONG)).toBe(true);
    expect(await one.projector.waitFor('gradebook', college.id, poison - 1n, LONG)).toBe(true);
    expect(await one.projector.waitFor('gradebook', college.id, poison, LONG)).toBe(false);
    expect(one.projector.projectorStatus()[0]).toMatchObject({
      state: 'stopped',
      position: poison - 1n,
      fault: {
        position: poison,
        event: 'MarkCorrected',
        message: expect.stringContaining('not there') as string,
      },
    });
    expect(await rows(one, 'gradebook_lesson')).toHaveLength(2);
    expect(await rows(one, 'gradebook_cell')).toEqual([]);
  });

  it('goes on past the event once a restart brings the mended fold', async () => {
    await college.tell(world());
    const poison = await college.tell({ [streams.attendance]: [absent()] });
    const broken: Projection = {
      ...gradebook,
      tables: gradebook.tables.map((table) => ({
        ...table,
        handlers: {
          ...table.handlers,
          AbsenceRecorded: () => {
            throw new Error('a mistake');
          },
        },
      })),
    };
    const before = await processWith([broken]);
    expect(await before.projector.waitFor('gradebook', college.id, poison, LONG)).toBe(false);
    await open.pop()?.stop();
    const after = await processWith([gradebook]);
    expect(await after.projector.waitFor('gradebook', college.id, poison, LONG)).toBe(true);
    expect(await rows(after, 'gradebook_cell')).toMatchObject([{ attendance: 'absent', hours_missed: 2 }]);
  });

  it('stops at an event this program does not know', async () => {
    await college.tell(world());
    const unknown = await college.poison('journal-later');
    const one = await processWith([gradebook]);
    expect(await one.projector.waitFor('gradebook', college.id, unknown, LONG)).toBe(false);
    expect(one.projector.projectorStatus()).toMatchObject([
      { state: 'stopped', fault: { position: unknown, event: 'FromTheFuture' } },
    ]);
  });

  it('keeps rows and checkpoint together: a page that fails to commit leaves neither', async () => {
    await college.tell(world());
    const one = await processWith([gradebook]);
    await one.projector.waitFor('gradebook', college.id, await log.head(college.id), LONG);
    const { position } = (await rows(one, 'checkpoint'))[0] ?? {};
    // The row is refused at the very last moment, when everything else of the page is written.
    await one.models.pool.query(`CREATE FUNCTION read.refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END $$`);
    await one.models.pool.query(`CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON read.gradebook_cell
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION read.refuse()`);
    const mark = await college.tell({ [streams.mark]: [marked('5')] });
    expect(await one.projector.waitFor('gradebook', college.id, mark, LONG)).toBe(false);
    expect(await rows(one, 'checkpoint')).toMatchObject([{ position }]);
    expect(await rows(one, 'gradebook_cell')).toEqual([]);
  });

  it('comes back by itself when the server drops its connections', async () => {
    const one = await processWith();
    const before = await college.tell(world());
    await one.projector.waitFor('gradebook', college.id, before, LONG);
    await dropConnections();
    const position = await college.tell({ [streams.mark]: [marked('5')] });
    expect(await one.projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    expect(await one.projector.waitFor('directory', college.id, position, LONG)).toBe(true);
    expect(await rows(one, 'gradebook_cell')).toMatchObject([{ marks: [{ value: '5' }], position }]);
  });

  it('starts a projection anew when its tables were dropped', async () => {
    const position = await college.tell(world());
    const before = await processWith([gradebook]);
    await before.projector.waitFor('gradebook', college.id, position, LONG);
    await before.models.pool.query('DROP TABLE read.gradebook_roster');
    await open.pop()?.stop();
    const after = await processWith([gradebook]);
    expect(await after.projector.waitFor('gradebook', college.id, position, LONG)).toBe(true);
    expect(await rows(after, 'gradebook_roster')).toHaveLength(2);
    expect(await rows(after, 'gradebook_page')).toHaveLength(1);
  });
});
