import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { bootDeviations } from '../../src/database/boot-check.ts';
import { openDatabase } from '../../src/database/database.ts';
import { connections, type Connections } from '../../src/database/pools.ts';
import { archiveLog, type Archived } from '../../src/ledger/archive/archive.ts';
import { attachArchive } from '../../src/ledger/archive/attach.ts';
import { exportBundle } from '../../src/ledger/bundle/export.ts';
import { proveInclusion, verifyInclusion } from '../../src/ledger/inclusion.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { postgresPublished } from '../../src/ledger/published/postgres-published.ts';
import { tileHashes } from '../../src/ledger/tile-reader.ts';
import { openHouse } from '../../src/house.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { verifyProjections } from '../../src/runtime/verify-projections.ts';
import { LogFault } from '../../src/log/event-log.ts';
import { eventually, SignedWorld } from '../support/signing.ts';

/** Leaves of 300 events, 1 000 in the log: two of them can go. */
const LEAF = 300;
const EVENTS = 1_000;
const GONE = 600;

const ROWS = 'SELECT *, recorded_at::text AS at FROM log.event ORDER BY position';

let world: SignedWorld;
let owner: Connections;
let folder: string;
let before: readonly { readonly body: string; readonly command: string }[];
let archived: Archived;

beforeAll(async () => {
  world = await SignedWorld.open(undefined, LEAF);
  owner = connections(world.database.ownerUrl);
  folder = await mkdtemp(join(tmpdir(), 'gradeledger-archive-'));
  await world.append(EVENTS);
});
afterAll(async () => {
  await owner.end();
  await world.close();
  await rm(folder, { recursive: true });
});

const archive = (through: number): Promise<Archived> =>
  archiveLog(owner.pool(2), world.origin, through, folder);

const byHand = async (statement: string): Promise<string> => {
  const client = new Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end();
  }
};

/** Deviations that tell of leaves: the small leaves of this test are one of another kind. */
const leafDeviations = async (): Promise<readonly string[]> => {
  const opened = await openDatabase(
    { dataDir: '/nowhere', databaseUrl: world.database.operatorUrl },
    'server',
  );
  const found = await bootDeviations(opened);
  await opened.close();
  return found.filter((sentence) => sentence.includes('log.event'));
};

describe('old events of a log', () => {
  it('are not archived before they are signed', async () => {
    await expect(archive(GONE)).rejects.toThrow('can be archived once 768 are signed; so far 0 are');
    expect(await readdir(folder)).toEqual([]);
  });

  it('go into a file, whole leaves of them, once they are signed', async () => {
    const signer = world.sign();
    await world.signed(signer, EVENTS);
    await signer.close();
    before = await world.rows(ROWS);
    await expect(archive(LEAF - 1)).rejects.toThrow('No whole leaf ends');

    archived = await archive(GONE + LEAF - 1);
    expect(archived).toMatchObject({ first: 1, last: GONE });
    expect(await world.rows('SELECT FROM log.event')).toHaveLength(EVENTS - GONE);
    expect(await leafDeviations()).toEqual([]);
  });

  it('cannot be read then, and who asks is told where they are', async () => {
    const told = new RegExp(
      `events 1 to ${String(GONE)} lie in the archive .+gz \\(manifest ${archived.manifest}\\)`,
    );
    const reading = [
      () => world.log.read(world.college, 0n, 10),
      () => world.log.read(world.college, BigInt(GONE - 1), 10),
      () => world.log.readStream(world.college, 'mark-0'),
      () => world.log.readStreams(world.college, ['mark-1', 'mark-unknown']),
      () => world.log.subscribe(world.college, 5n, AbortSignal.timeout(5_000))[Symbol.asyncIterator]().next(),
    ];
    for (const ask of reading) {
      const fault: unknown = await ask().catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(LogFault);
      expect((fault as LogFault).message).toMatch(told);
    }
  });

  it('are asked for by a rebuild, a verification of the read models and a bundle, each in a sentence', async () => {
    const { operatorUrl: databaseUrl, dataDir, auditorUrl } = world.database;
    const house = await openHouse({ dataDir, databaseUrl }, 'guest');
    const readModels = openReadModels(house.database);
    await expect(verifyProjections(house.log, readModels)).rejects.toThrow(
      'Bring them back with "cli log attach',
    );
    await house.close();
    const auditor = connections(auditorUrl);
    const bundle = { log: world.origin, folder: join(folder, 'bundle'), proofs: [], isSealed: false };
    await expect(exportBundle(auditor.pool(2), bundle)).rejects.toThrow(
      'bring them back with "cli log attach"',
    );
    await auditor.end();
  });

  it('leave the rest of the log as it was', async () => {
    const { log, college } = world;
    expect(await log.head(college)).toBe(BigInt(EVENTS));
    expect(await log.read(college, BigInt(GONE), 2_000)).toHaveLength(EVENTS - GONE);
    expect(await log.readStream(college, 'mark-0', 201)).toHaveLength(133);
    const [first] = before;
    expect(await log.findCommand(college, first?.command ?? '')).toMatchObject({ first: 1n, last: 1n });
    expect(await log.positionAt(college, '2026-11-22T08:15:30.123Z')).toBe(BigInt(EVENTS));
    await world.append(3);
    expect(await log.head(college)).toBe(BigInt(EVENTS + 3));
  });

  it('are proved by the published tiles as before', async () => {
    const published = postgresPublished(owner.pool(1));
    const checkpoint = await published.latest(world.college);
    const [size, root] = [checkpoint?.size ?? 0, checkpoint?.root ?? Buffer.alloc(0)];
    const read = tileHashes(published.tiles(world.college), size);
    for (const index of [0, 298, 599, 600])
      expect(
        verifyInclusion(
          leafHash(before[index]?.body ?? ''),
          index,
          size,
          root,
          await proveInclusion(read, index, size),
        ),
      ).toBe(true);
  });

  it('do not alarm the signer, who holds what was noted of them to its own tree', async () => {
    await world.forge('DELETE FROM ledger.report');
    const signer = world.sign();
    await world.signed(signer, EVENTS + 3);
    await eventually(
      async () => (await world.rows(`SELECT FROM ledger.report WHERE kind = 'verified'`)).length > 0,
    );
    expect((await world.alarm(signer, null)).alarm).toBeNull();
    await signer.close();

    await byHand(
      `INSERT INTO log.archive (college, kind, first, last, root, manifest, file)
       SELECT college, kind, first, last, sha256('forged'), manifest, file FROM log.archive`,
    );
    const doubting = world.sign();
    const { alarm } = await world.alarm(doubting, 'EVENT_DIFFERS');
    expect(alarm?.sentence).toContain('What was archived of events 1 to 600');
    await doubting.close();
    await world.forge(
      'ALTER TABLE log.archive DISABLE TRIGGER ALL',
      'DELETE FROM log.archive WHERE no = (SELECT max(no) FROM log.archive)',
      'ALTER TABLE log.archive ENABLE ALWAYS TRIGGER append_only',
    );
  });

  it('are refused when the file or its manifest was changed, and come back as they were otherwise', async () => {
    const [manifest, file] = [`${archived.file}.manifest.json`, archived.file];
    const [text, bytes] = [await readFile(manifest, 'utf8'), await readFile(file)];
    await writeFile(manifest, text.replace('"first": 1', '"first": 2'));
    await expect(attachArchive(owner.pool(2), file)).rejects.toThrow('knows of no archive with the manifest');
    await writeFile(manifest, text);
    await appendFile(file, 'x');
    await expect(attachArchive(owner.pool(2), file)).rejects.toThrow('is not the file that its manifest');
    expect(await world.rows('SELECT FROM log.event WHERE position <= 600')).toHaveLength(0);
    await writeFile(file, bytes);

    await attachArchive(owner.pool(2), file);
    expect((await world.rows(ROWS)).slice(0, EVENTS)).toEqual(before);
    expect(await world.log.readStream(world.college, 'mark-0')).toHaveLength(335);
    expect(await leafDeviations()).toEqual([]);
    await expect(attachArchive(owner.pool(2), file)).rejects.toThrow('its events are back');
  });
});

describe('a leaf that was not archived', () => {
  it('cannot be dropped by hand', async () => {
    expect(await byHand('DROP TABLE log.event_1_2')).toMatch(/is refused: what was recorded stays/);
  });

  it('is missed at the next start when somebody detached it', async () => {
    await byHand('ALTER TABLE log.event_1 DETACH PARTITION log.event_1_2');
    expect(await leafDeviations()).toEqual([
      `The leaf log.event_1_2 was detached by hand: events 301 to 600 of ${world.origin} cannot be read.`,
    ]);
    await byHand('ALTER TABLE log.event_1 ATTACH PARTITION log.event_1_2 FOR VALUES FROM (301) TO (601)');
    expect(await leafDeviations()).toEqual([]);
  });

  it('is noticed at the next start when somebody made it without triggers, or out of place', async () => {
    await byHand('CREATE TABLE log.event_1_9 PARTITION OF log.event_1 FOR VALUES FROM (9001) TO (9301)');
    await byHand('CREATE TABLE log.event_rest PARTITION OF log.event_1 FOR VALUES FROM (9301) TO (9601)');
    const found = await leafDeviations();
    expect(found.join('\n')).toMatch(/The table log.event_1_9 has lost the trigger append_only \(always\)/);
    expect(found).toContain('The table log.event_rest is a part of the log that nobody should have made.');
  });
});
