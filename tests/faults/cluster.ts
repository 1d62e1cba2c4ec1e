import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reachableBinaries } from '../../src/database/binaries.ts';
import { initialise, start, stop, SUPERUSER, type Cluster } from '../../src/database/cluster.ts';
import { durableSettings } from '../../src/database/durable-settings.ts';
import { errorCode } from '../../src/database/error-code.ts';
import { freePort } from '../../src/database/free-port.ts';
import { ordinaryUser } from '../../src/database/os-user.ts';

/** A PostgreSQL cluster of one test, which may be killed, frozen and copied. */
export interface FaultyCluster {
  readonly cluster: Cluster;
  /** Connects to database `postgres` as the superuser; the same after a restart. */
  readonly adminUrl: string;
  /** Kills the postmaster at once; its children end when they notice. */
  kill(): Promise<void>;
  /** Starts it again, as soon as what is left of the one before lets it. */
  restart(): Promise<void>;
  /** Stops every process of the cluster where it stands; gives what lets them go on. */
  freeze(): () => void;
  /** Ends it for good. */
  end(): Promise<void>;
}

const RESTARTS = 60;
const PAUSE_MS = 250;

/** A folder in which the cluster's user may work. */
export const openFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gradeledger-fault-'));
  await chmod(folder, 0o711);
  return folder;
};

/** The cluster in a folder: where its data lie, by which programs and as whom it runs. */
export const clusterIn = async (folder: string, programs: string): Promise<Cluster> => {
  const user = await ordinaryUser();
  return { folder: join(folder, 'data'), user, binaries: await reachableBinaries(user, programs) };
};

/** Makes an empty cluster in a folder; gives the superuser's password. */
export const makeCluster = async (cluster: Cluster): Promise<string> => {
  await mkdir(cluster.folder, { mode: 0o700 });
  if (cluster.user) await chown(cluster.folder, cluster.user.uid, cluster.user.gid);
  const password = randomBytes(24).toString('hex');
  await initialise(cluster, password, '--no-sync');
  return password;
};

const postmaster = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);

const children = (pid: number): readonly number[] =>
  readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number);

/** Sends a signal to those that still live. */
const signal = (pids: readonly number[], name: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error;
    }
  }
};

/** Starts a cluster with the settings of production, or with some of them spoilt. */
export const startCluster = async (
  cluster: Cluster,
  password: string,
  spoilt: Readonly<Record<string, string>> = {},
): Promise<FaultyCluster> => {
  const port = await freePort();
  const settings = { ...durableSettings, max_wal_size: '512MB', shared_buffers: '64MB', ...spoilt };
  await start(cluster, port, settings);
  let pid = await postmaster(cluster.folder);

  return {
    cluster,
    adminUrl: `postgres://${SUPERUSER}:${password}@127.0.0.1:${String(port)}/postgres?sslmode=disable`,
    kill: async () => {
      signal([pid], 'SIGKILL');
      await sleep(PAUSE_MS);
    },
    restart: async () => {
      for (let tries = 1; ; tries += 1) {
        try {
          await start(cluster, port, settings);
          break;
        } catch (error) {
          if (tries === RESTARTS) throw error;
          await sleep(PAUSE_MS);
        }
      }
      pid = await postmaster(cluster.folder);
    },
    freeze: () => {
      // Its children are told once it can make no more of them.
      signal([pid], 'SIGSTOP');
      const all = [...children(pid), pid];
      signal(all, 'SIGSTOP');
      return () => {
        signal(all, 'SIGCONT');
      };
    },
    end: () => stop(cluster, 'immediate'),
  };
};

/** Takes a test's folder away. */
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
