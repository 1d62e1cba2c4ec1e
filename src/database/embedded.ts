import { setTimeout } from 'node:timers/promises';
import { StartFault } from '../start-fault.ts';
import { binariesFor } from './binaries.ts';
import { isChanging, runningPort, start, stop, SUPERUSER, type Cluster } from './cluster.ts';
import { durableSettings } from './durable-settings.ts';
import { alreadyServed, brokenCluster, wrongPassword } from './embedded-faults.ts';
import { errorCode } from './error-code.ts';
import { freePort } from './free-port.ts';
import { madeCluster } from './make-cluster.ts';
import { occupy, type Occupancy, type Occupant } from './occupancy.ts';
import type { RolePasswords } from './roles.ts';

/** A PostgreSQL server of our own, running. */
export interface EmbeddedServer {
  /** Connects to database `postgres` as the superuser. */
  readonly adminUrl: string;
  /** For the roles that programs connect as. */
  readonly passwords: RolePasswords;
  /** A sentence for the start text when the data lie elsewhere than expected. */
  readonly notice: string | null;
  /** Gives the server up: the last process that leaves stops it, and waits until it has stopped. */
  leave(): Promise<void>;
}

const REFUSED_LOGIN = '28P01';
const STARTS = 3;
const TRIES = 240;
const PAUSE_MS = 250;

/**
 * Starts the cluster of a data folder, or joins it where it runs already: beside another process, or
 * orphaned by one that was killed. Throws `StartFault` when a second server asks, or nothing can be started.
 */
export async function enterEmbedded(dataDir: string, as: Occupant): Promise<EmbeddedServer> {
  const { place, superuserPassword, passwords, notice } = await madeCluster(dataDir);
  const cluster: Cluster = { ...place, binaries: await binariesFor(place.user) };

  let failedStarts = 0;
  let isRefused = false;
  let failure: unknown;
  for (let tries = 0; tries < TRIES && failedStarts < STARTS; tries += 1) {
    const port: number | null = isRefused ? null : await runningPort(cluster.folder);
    isRefused = false;
    try {
      if (port === null) await startOnFreePort(cluster);
      else {
        const adminUrl = superuserUrl(superuserPassword, port);
        const occupancy = await occupy(adminUrl, as);
        if (occupancy === 'served') throw alreadyServed(dataDir);
        return { adminUrl, passwords, notice, leave: () => leave(occupancy, cluster, adminUrl) };
      }
    } catch (error) {
      if (error instanceof StartFault) throw error;
      if (errorCode(error) === REFUSED_LOGIN) throw wrongPassword(dataDir);
      failure = error;
      // Whatever wears the old server's process number, it is not the server: PostgreSQL itself will see that.
      isRefused = errorCode(error) === 'ECONNREFUSED' && port !== null;
      if (port === null && !(await isChanging(cluster.folder))) failedStarts += 1;
      await setTimeout(PAUSE_MS);
    }
  }
  throw await brokenCluster(cluster.folder, failure);
}

async function startOnFreePort(cluster: Cluster): Promise<void> {
  await start(cluster, await freePort(), durableSettings);
}

async function leave(claim: Occupancy, cluster: Cluster, adminUrl: string): Promise<void> {
  const { occupancy, isLast } = await claim.leave().then(
    (last) => ({ occupancy: claim, isLast: last }),
    () => leaveAgain(adminUrl),
  );
  if (isLast) await stop(cluster, 'fast');
  await occupancy?.end();
}

/** The session was lost: the server was restarted after a crash, or is gone. */
async function leaveAgain(adminUrl: string): Promise<{ occupancy: Occupancy | null; isLast: boolean }> {
  const occupancy = await occupy(adminUrl, 'guest').catch(() => null);
  if (occupancy === null || occupancy === 'served') return { occupancy: null, isLast: false };
  return { occupancy, isLast: await occupancy.leave() };
}

const superuserUrl = (password: string, port: number): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${String(port)}/postgres?sslmode=disable`;
