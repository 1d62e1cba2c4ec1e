import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendEndlessly } from './appenders.ts';
import { clusterIn, makeCluster, openFolder, removeFolder, startCluster } from './cluster.ts';
import { journalIn, makeJournal, openJournal } from './kept-log.ts';
import { examineLog, SOUND, type LogReport } from './log-invariants.ts';
import { canMakeDisks, loopDisk } from './loop-disk.ts';

const WRITERS = 16;
const MEGABYTES = 300;
/** Fills what the cluster leaves, but for room for a few segments. */
const BALLAST = 130 * 1_048_576;

let folder: string;
beforeAll(async () => {
  folder = await openFolder();
});
afterAll(() => removeFolder(folder));

/** Writes until the disk is full, makes room, starts the database again, and goes on. */
const fillAndGoOn = async (): Promise<LogReport> => {
  const leaving = new AsyncDisposableStack();
  try {
    const disk = await loopDisk(join(folder, 'disk.img'), join(folder, 'disk'), MEGABYTES);
    leaving.defer(() => disk.remove());
    const cluster = await clusterIn(disk.path, join(folder, 'programs'));
    const server = await startCluster(cluster, await makeCluster(cluster));
    leaving.defer(() => server.end());
    await makeJournal(server.adminUrl);
    const ballast = join(disk.path, 'ballast');
    await writeFile(ballast, randomBytes(BALLAST));
    const journal = await openJournal(server.adminUrl);
    const writers = appendEndlessly(journal.log, journal.college, WRITERS);
    leaving.defer(async () => {
      await writers.stop();
      await journal.close();
    });

    while (writers.faults() < WRITERS) await sleep(50);
    const untilFull = writers.acknowledged.length;
    await rm(ballast);
    await server.kill();
    await server.restart();
    while (writers.acknowledged.length < untilFull + 200) await sleep(50);
    await writers.stop();
    return await examineLog(journalIn(server.adminUrl), writers.acknowledged);
  } finally {
    await leaving.disposeAsync();
  }
};

describe('a disk that is full', () => {
  it('stops the writing with faults, and loses nothing that was acknowledged once there is room again (F04)', async () => {
    const hasDisks = await canMakeDisks(folder);
    if (!hasDisks) console.warn('Skipped: only root can make a disk that fills.');
    expect(hasDisks ? await fillAndGoOn() : SOUND).toEqual(SOUND);
  }, 300_000);
});
