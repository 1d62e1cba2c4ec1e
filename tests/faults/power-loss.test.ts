import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendEndlessly } from './appenders.ts';
import {
  clusterIn,
  makeCluster,
  openFolder,
  removeFolder,
  startCluster,
  type FaultyCluster,
} from './cluster.ts';
import { journalIn, makeJournal, openJournal } from './kept-log.ts';
import { inForm } from './length.ts';
import { examineLog, SOUND, type LogReport } from './log-invariants.ts';
import { canMakeDisks, loopDisk } from './loop-disk.ts';

const WRITERS = 32;
const WRITING_MS = 1_000;

let folder: string;
let hasDisks: boolean;

beforeAll(async () => {
  folder = await openFolder();
  hasDisks = await canMakeDisks(folder);
});
afterAll(() => removeFolder(folder));

interface Cut {
  readonly acknowledged: number;
  /** What the machine found when it came back; nothing where its database did not start. */
  readonly report: LogReport | null;
}

const found = async (
  start: () => Promise<FaultyCluster>,
  promised: Parameters<typeof examineLog>[1],
): Promise<LogReport | null> => {
  const survivor = await start().catch(() => null);
  if (!survivor) return null;
  const report = await examineLog(journalIn(survivor.adminUrl), promised).catch(() => null);
  await survivor.end();
  return report;
};

/** Writes under load, takes the power away, and looks at what the machine finds when it comes back. */
const cutPower = async (spoilt: Readonly<Record<string, string>>): Promise<Cut> => {
  const leaving = new AsyncDisposableStack();
  try {
    const disk = await loopDisk(join(folder, 'disk.img'), join(folder, 'disk'), 700);
    leaving.defer(() => disk.remove());
    const cluster = await clusterIn(disk.path, join(folder, 'programs'));
    const password = await makeCluster(cluster);
    const builder = await startCluster(cluster, password);
    await makeJournal(builder.adminUrl);
    await builder.end();
    // What was there before the load has reached the disk, with every setting: only the load is at stake.
    execFileSync('sync', ['-f', disk.path]);

    const server = await startCluster(cluster, password, spoilt);
    leaving.defer(() => server.end());
    const journal = await openJournal(server.adminUrl);
    const writers = appendEndlessly(journal.log, journal.college, WRITERS);
    leaving.defer(async () => {
      await writers.stop();
      await journal.close();
    });
    await sleep(WRITING_MS);
    const promised = [...writers.acknowledged];
    const thaw = server.freeze();
    const after = await disk.afterPowerLoss(join(folder, 'after')).finally(thaw);
    leaving.defer(() => after.remove());

    const copy = { ...cluster, folder: join(after.path, 'data') };
    // The machine was never away, so the number in the lock file may still be that of a process.
    await rm(join(copy.folder, 'postmaster.pid'), { force: true });
    const report = await found(() => startCluster(copy, password), promised);
    return { acknowledged: promised.length, report };
  } finally {
    await leaving.disposeAsync();
  }
};

/** How many acknowledged commands a cut cost. */
const cost = ({ acknowledged, report }: Cut): number => report?.lost ?? acknowledged;

const cuts = async (
  count: number,
  spoilt: Readonly<Record<string, string>> = {},
): Promise<readonly Cut[]> => {
  const made: Cut[] = [];
  for (let i = 0; i < count; i += 1) made.push(await cutPower(spoilt));
  return made;
};

const skip = (): boolean => {
  if (!hasDisks) console.warn('Skipped: only root can make a disk whose power is taken away.');
  return !hasDisks;
};

describe('a machine that loses its power while 32 people write', () => {
  it('has every command that was acknowledged, once and where it was told (F02)', async () => {
    const made = skip() ? [] : await cuts(inForm(1, 5));
    for (const { acknowledged, report } of made) {
      expect(acknowledged).toBeGreaterThan(100);
      expect(report).toEqual(SOUND);
    }
    expect(made).toHaveLength(hasDisks ? inForm(1, 5) : 0);
  }, 300_000);

  it.each([
    ['does not flush', { fsync: 'off' }],
    [
      'answers before it flushed',
      { synchronous_commit: 'off', wal_writer_delay: '10s', wal_writer_flush_after: '1GB' },
    ],
  ])(
    'is found out when its database %s: this very test loses commands then',
    async (_, spoilt) => {
      const made = skip() ? [] : await cuts(inForm(1, 4), spoilt);
      expect(made.map((one) => cost(one) > 0)).toEqual(made.map(() => true));
      expect(made).toHaveLength(hasDisks ? inForm(1, 4) : 0);
    },
    300_000,
  );
});
