import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachableBinaries } from '../../src/database/binaries.ts';
import { initialise, start, stop, SUPERUSER } from '../../src/database/cluster.ts';
import { withUser } from '../../src/database/connection-url.ts';
import { freePort } from '../../src/database/free-port.ts';
import { migrate } from '../../src/database/migrate.ts';
import { ordinaryUser } from '../../src/database/os-user.ts';
import { ACTING, LOGINS, type Acting, type RolePasswords } from '../../src/database/roles.ts';

/** A migrated database on a server of the bench's own. */
export interface DurableServer {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly projectorUrl: string;
  readonly readerUrl: string;
  readonly signerUrl: string;
  /** A data folder, for the secrets that lie outside every database. */
  readonly dataDir: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** Starts a server that keeps every promise about durability: a bench without fsync measures nothing. */
export async function durableServer(settings: Readonly<Record<string, string>> = {}): Promise<DurableServer> {
  const root = await mkdtemp(join(tmpdir(), 'gradeledger-bench-'));
  await chmod(root, 0o711);
  const user = await ordinaryUser();
  const folder = join(root, 'data');
  await mkdir(folder, { mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
  const cluster = { binaries: await reachableBinaries(user, join(root, 'binaries')), folder, user };
  const password = randomBytes(24).toString('hex');
  const passwords = Object.fromEntries(
    Object.keys(LOGINS).map((login) => [login, randomBytes(24).toString('hex')]),
  ) as RolePasswords;
  await initialise(cluster, password);
  const port = await freePort();
  await start(cluster, port, { fsync: 'on', shared_buffers: '512MB', max_wal_size: '4GB', ...settings });

  const adminUrl = `postgres://${SUPERUSER}:${password}@127.0.0.1:${String(port)}/postgres`;
  await migrate(adminUrl, passwords);
  const urlOf = (acting: Acting): string => withUser(adminUrl, ACTING[acting], passwords[acting]);
  return {
    adminUrl,
    appUrl: urlOf('app'),
    projectorUrl: urlOf('projector'),
    readerUrl: urlOf('reader'),
    signerUrl: urlOf('signer'),
    dataDir: join(root, 'own'),
    stop: async () => {
      await stop(cluster, 'fast');
      await rm(root, { recursive: true, force: true });
    },
  };
}
