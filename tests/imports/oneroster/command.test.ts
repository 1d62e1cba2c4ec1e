import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { CommanderError } from 'commander';
import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { connections } from '../../../src/database/pools.ts';
import type { House } from '../../../src/house.ts';
import { oneRosterCommand } from '../../../src/imports/oneroster/command.ts';
import type { CollegeLog } from '../../../src/log/event-log.ts';
import { postgresLog } from '../../../src/log/postgres/postgres-log.ts';
import { runCollege } from '../../../src/runtime/college.ts';
import { eventLog } from '../../support/event-log.ts';
import { testDatabase, type TestDatabase } from '../../support/postgres.ts';
import { folderOf, removeFolders, SMALL, zipOf, type Files } from './small-bundle.ts';

let database: TestDatabase;
let pool: Pool;
let house: House;
const log = (): House['log'] => house.log;

beforeEach(async () => {
  database = await testDatabase();
  pool = connections(database.appUrl).pool(4);
  // The database may go before the last connection has said goodbye.
  const engine = eventLog(postgresLog({ pool }));
  const run = (college: CollegeLog) => runCollege(engine, college, () => new Date().toISOString());
  // The command needs of the house its log and its colleges alone.
  house = {
    log: engine,
    colleges: () => engine.colleges(),
    college: async (id: string) => {
      const [found] = (await engine.colleges()).filter((college) => college.id === id);
      if (!found) throw new Error('There is no such college.');
      return run(found);
    },
    open: async (college: CollegeLog) => {
      await engine.open(college);
      return run(college);
    },
  } as unknown as House;
});
afterEach(async () => {
  process.exitCode = undefined;
  await log().close();
  await pool.end();
  await database.drop();
});
afterAll(removeFolders);

/** Runs the command and gives back what it said, what it showed while it worked, and its exit code. */
async function cli(...words: readonly string[]) {
  const [said, shown]: [string[], string[]] = [[], []];
  const screen = new Writable({
    write(chunk: Buffer, _, done) {
      shown.push(chunk.toString());
      done();
    },
  });
  const output = { say: (line: string) => said.push(line), screen };
  const command = oneRosterCommand(() => Promise.resolve(house), output).configureOutput({
    writeErr: (text) => shown.push(text),
  });
  process.exitCode = undefined;
  const code = await command.parseAsync(words, { from: 'user' }).then(
    () => process.exitCode ?? 0,
    (error: unknown) => (error instanceof CommanderError ? error.exitCode : Promise.reject(error as Error)),
  );
  process.exitCode = undefined;
  return { code, said: said.join('\n'), shown: shown.join('') };
}

const aZip = (changes: Files = {}): Promise<string> => zipOf({ ...SMALL, ...changes });

describe('cli import oneroster', () => {
  it('founds a college for the first bundle, and imports into it again when it is the only one', async () => {
    const first = await cli(await aZip());
    expect(first).toMatchObject({ code: 0, shown: expect.stringContaining('results …') as string });
    expect(first.said).toContain('Founded the college college/journal in the time zone Europe/Moscow');
    expect(first.said).toContain('Every row is in.');

    const again = await cli(await folderOf(SMALL));
    expect(again).toMatchObject({ code: 0 });
    expect(again.said).toContain('Nothing was new: not one event was written.');
    expect(await log().colleges()).toHaveLength(1);
  });

  it('founds a college of a given origin, name and zone', async () => {
    const { code, said } = await cli(
      await aZip(),
      ...['--new-college', 'nsk.example/journal', '--name', 'НСК', '--zone', 'Asia/Novosibirsk'],
    );
    expect([code, said]).toEqual([0, expect.stringContaining('Importing')]);
    expect(await log().colleges()).toMatchObject([{ origin: 'nsk.example/journal', clock: 'server' }]);
  });

  it('says where every row that is not in stands, and ends with 1', async () => {
    const { code, said } = await cli(
      await aZip({
        'results.csv': `${String(SMALL['results.csv'])}two,work-1,nobody,fully graded,5,2026-10-19\n`,
      }),
    );
    expect(code).toBe(1);
    expect(said).toContain(
      'problem results.csv:3 studentSourcedId "nobody": no row of users.csv has this sourcedId',
    );
    expect(said).toContain('Every good row is in; the rows listed above are not.');
  });

  it('never imports into a demonstration', async () => {
    await log().open({ id: v7(), origin: 'demo.example/journal', clock: 'virtual' });
    expect(await cli(await aZip(), '--college', 'demo.example/journal')).toMatchObject({
      code: 2,
      shown: expect.stringContaining('There is no college demo.example/journal to import into') as string,
    });
  });

  it.each([
    ['a path that is not there', [join(mkdtempSync(join(tmpdir(), 'none-')), 'none')], 'does not exist'],
    ['no path at all', [], "missing required argument 'path'"],
  ])('ends with 2 and one sentence on %s', async (_, words, sentence) => {
    const { code, shown } = await cli(...words);
    expect([code === 0, shown]).toEqual([false, expect.stringContaining(sentence)]);
  });

  it('ends with 2 where it is not clear which college is meant', async () => {
    await cli(await aZip(), '--new-college', 'one.example/journal');
    await cli(await aZip(), '--new-college', 'two.example/journal');
    expect(await cli(await aZip())).toMatchObject({
      code: 2,
      shown: expect.stringContaining('one.example/journal, two.example/journal') as string,
    });
    expect(await cli(await aZip(), '--new-college', 'one.example/journal')).toMatchObject({ code: 2 });
    expect(await cli(await aZip(), '--new-college', 'x', '--zone', 'Mars/Base')).toMatchObject({ code: 2 });
  });
});
