import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { reachableBinaries } from '../../src/database/binaries.ts';
import { initialise, SUPERUSER } from '../../src/database/cluster.ts';
import { withUser } from '../../src/database/connection-url.ts';
import { freePort } from '../../src/database/free-port.ts';
import { migrate } from '../../src/database/migrate.ts';
import { ordinaryUser } from '../../src/database/os-user.ts';
import { ACTING, LOGINS, type RolePasswords } from '../../src/database/roles.ts';

const TRIES = 300;

const isUp = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
};

/** A migrated server whose clock is not the machine's: started with an environment of its own. */
export const shiftedPostgres = async (
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly appUrl: string; stop(): Promise<void> }> => {
  const root = await mkdtemp(join(tmpdir(), 'gradeledger-clock-'));
  await chmod(root, 0o711);
  const user = await ordinaryUser();
  const folder = join(root, 'data');
  await mkdir(folder, { mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
  const binaries = await reachableBinaries(user, join(root, 'binaries'));
  const password = randomBytes(24).toString('hex');
  await initialise({ binaries, folder, user }, password, '--no-sync');

  const port = String(await freePort());
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' };
  const server = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...user, cwd: '/', env: { LC_ALL: 'C', ...environment }, stdio: 'ignore' },
  );
  const adminUrl = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
  for (let tries = 0; tries < TRIES && !(await isUp(adminUrl)); tries += 1) await sleep(100);

  const passwords = Object.fromEntries(
    Object.keys(LOGINS).map((login) => [login, randomBytes(24).toString('hex')]),
  ) as RolePasswords;
  await migrate(adminUrl, passwords);
  return {
    appUrl: withUser(adminUrl, ACTING.app, passwords.app),
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      await rm(root, { recursive: true, force: true });
    },
  };
};
