import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { postgresLog } from '../src/log/postgres/postgres-log.ts';
import { startKurrentServer, type KurrentServer } from './log/kurrentdb/server/kurrent-server.ts';
import { startWorld, type World } from './log/kurrentdb/world.ts';
import { appendOne, college, uuidV7 } from './log/requests.ts';
import { testDatabase, type TestDatabase } from './support/postgres.ts';
import { run, type Ended } from './support/program.ts';

const tenant = college();
let world: World;
let next: { readonly database: TestDatabase; readonly server: KurrentServer };
let dataDir: string;

beforeAll(async () => {
  world = await startWorld();
  const database = await testDatabase();
  next = { database, server: await startKurrentServer({ databaseUrl: database.operatorUrl }) };
  dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-log-commands-'));
  const log = postgresLog({ pool: world.pool(world.database.appUrl) });
  await log.open(tenant);
  for (const stream of ['mark-1', 'mark-2', 'mark-3']) await log.append(tenant.id, appendOne(stream));
  await log.close();
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await next.server.stop();
  await next.database.drop();
  await world.close();
});

const cli = (settings: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ended> =>
  run('cli.ts', { DATABASE_URL: world.database.operatorUrl, DATA_DIR: dataDir, ...settings }, 'log', ...words)
    .ended;

describe('what is wrong is said in a sentence', () => {
  it.each<readonly [string, readonly string[]]>([
    ['nowhere is no address of a log: own, postgres://… or kurrentdb://….', ['copy', 'own', 'nowhere']],
    [
      'There is no log oka.example/journal.',
      ['copy', 'own', 'kurrentdb://127.0.0.1:1', '--college', 'oka.example/journal'],
    ],
    ['both ends are the same database.', ['copy', 'own', 'own']],
    [
      'The log lies in this database, where nobody writes beside it: LOG_URL names no KurrentDB.',
      ['set-aside', tenant.id],
    ],
    ['There is no file /nowhere/archive.', ['attach', '/nowhere/archive']],
  ])('%s', async (sentence, words) => {
    const { code, errors } = await cli({}, ...words);
    expect({ code, says: errors.includes(sentence), errors }).toEqual({ code: 1, says: true, errors });
    expect(errors).not.toContain('    at ');
  });

  it('a position or a log that is none is named, and nothing is archived', async () => {
    const bad = await cli({}, 'archive', tenant.id, '--through', 'never', '--out', dataDir);
    expect([bad.code === 0, bad.errors.includes('It is a position in the log.')]).toEqual([false, true]);
    const none = await cli({}, 'archive', 'oka.example/journal', '--through', '5', '--out', dataDir);
    expect([none.code, none.errors.includes('    at ')]).toEqual([1, false]);
  });
});

describe('a log that moves', () => {
  it('goes from the database to KurrentDB, from there to another one, and is equal at each end', async () => {
    const equal = new RegExp(
      `${tenant.origin}: the two logs are equal, leaf by leaf\\.\\n  from 3 events, root (\\w+)\\n  to   3 events, root \\1`,
      'u',
    );
    const first = await cli({}, 'copy', 'own', world.server.url, '--college', tenant.origin);
    expect({ code: first.code, output: first.output, errors: first.errors }).toMatchObject({
      code: 0,
      output: expect.stringMatching(equal) as string,
    });
    const { url } = next.server;
    const refused = await cli({}, 'copy', world.server.url, url, '--college', tenant.origin);
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining('one database cannot be the index of two logs.'),
    ]);
    const words = [
      'copy',
      world.server.url,
      url,
      '--college',
      tenant.origin,
      '--index',
      next.database.operatorUrl,
    ];
    for (const time of ['first', 'again']) {
      const second = await cli({}, ...words);
      expect([time, second]).toMatchObject([
        time,
        { code: 0, output: expect.stringMatching(equal) as string },
      ]);
    }
  });

  it('and stopped at a record of somebody else’s, goes on when that is set aside', async () => {
    const LOG_URL = next.server.url;
    const settings = { LOG_URL, DATABASE_URL: next.database.operatorUrl };
    expect((await cli(settings, 'set-aside', tenant.origin)).output).toBe('The log stopped at no record.\n');
    const client = KurrentDBClient.connectionString(LOG_URL);
    const id = uuidV7();
    const record = {
      id,
      type: 'Note',
      contentType: 'application/octet-stream' as const,
      data: Buffer.from('{}'),
      metadata: {},
    };
    await client.multiStreamAppend([
      { streamName: `${tenant.id}/notes`, expectedState: 'any', events: [record] },
    ]);
    await client.dispose();
    expect((await cli(settings, 'set-aside', tenant.origin)).output).toContain(
      `${tenant.id}/notes@0 (${id})`,
    );
    const wrong = await cli(
      settings,
      'set-aside',
      tenant.origin,
      '--record',
      uuidV7(),
      '--reason',
      'A trial',
    );
    expect([wrong.code, wrong.errors]).toEqual([
      1,
      expect.stringContaining(`the log stopped at the record ${id}`),
    ]);
    const done = await cli(settings, 'set-aside', tenant.origin, '--record', id, '--reason', 'A trial');
    expect([done.code, done.output]).toEqual([
      0,
      expect.stringContaining('is set aside: the log goes on without it.'),
    ]);
    expect((await cli(settings, 'set-aside', tenant.origin)).output).toBe('The log stopped at no record.\n');
  });
});
