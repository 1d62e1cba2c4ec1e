/**
 * A process of its own beside jest: it starts the tests' server when the first test wants it, and takes
 * server and folder away when jest is gone, however it went: its standard input then ends.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, watch } from 'node:fs';
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reachableBinaries } from '../../src/database/binaries.ts';
import { initialise, start, stop, SUPERUSER, type Cluster } from '../../src/database/cluster.ts';
import { freePort } from '../../src/database/free-port.ts';
import { ordinaryUser } from '../../src/database/os-user.ts';
import type { TestServer } from './postgres-server.ts';

const [folder = ''] = process.argv.slice(2);
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  jit: 'off',
  timezone: 'UTC',
};

let cluster: Cluster | null = null;
let starting: Promise<void> | null = null;

async function startServer(): Promise<void> {
  const user = await ordinaryUser();
  await chmod(folder, 0o711);
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  if (user) await chown(data, user.uid, user.gid);
  const binaries = await reachableBinaries(user, join(folder, 'binaries'));
  const password = randomBytes(24).toString('hex');
  const made = { binaries, folder: data, user };
  await initialise(made, password, '--no-sync');
  const port = await freePort();
  await start(made, port, settings);
  cluster = made;
  const adminUrl = `postgres://${SUPERUSER}:${password}@127.0.0.1:${String(port)}/postgres`;
  await answer({ adminUrl, rolePassword: randomBytes(24).toString('hex'), isOutside: false });
}

async function answer(server: TestServer | { readonly failure: string }): Promise<void> {
  const unfinished = join(folder, 'server.json.new');
  await writeFile(unfinished, JSON.stringify(server), { mode: 0o600 });
  await rename(unfinished, join(folder, 'server.json'));
}

const serve = () => {
  if (!existsSync(join(folder, 'wanted'))) return;
  starting ??= startServer().catch((error: unknown) => answer({ failure: String(error) }));
};

async function leave(): Promise<void> {
  watcher.close();
  await starting;
  if (cluster) await stop(cluster, 'immediate');
  await rm(folder, { recursive: true, force: true });
}

const watcher = watch(folder, serve);
serve();
process.stdin.resume().once('end', () => void leave());
