import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { withDatabase, withUser } from '../../src/database/connection-url.ts';
import { openDatabase, type Database } from '../../src/database/database.ts';
import { freePort } from '../../src/database/free-port.ts';
import type { Occupant } from '../../src/database/occupancy.ts';

let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradeledger-embedded-'));
  await chmod(folder, 0o711);
  dataDir = join(folder, 'data');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (as: Occupant): Promise<Database> => openDatabase({ dataDir, databaseUrl: null }, as);

const postmaster = async (): Promise<number | null> => {
  const lock = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null);
  return lock === null ? null : Number(lock.split('\n')[0]);
};

async function openElsewhere(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../support/database-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

describe('the database of our own', () => {
  it('is made once, even when two processes ask at the same time', async () => {
    const [one, other] = await Promise.all([open('guest'), open('guest')]);
    const rows = await Promise.all(
      [one, other].map(
        async ({ app }) => (await app.pool(1).query<{ me: string }>('SELECT current_user AS me')).rows,
      ),
    );
    await Promise.all([one.close(), other.close()]);
    expect(rows).toEqual([[{ me: 'gradeledger_app' }], [{ me: 'gradeledger_app' }]]);
  });

  it('keeps everything from one start to the next, and stops in between', async () => {
    const first = await open('server');
    await first.projector.pool(1).query('CREATE TABLE read.kept AS SELECT 5 AS mark');
    await first.close();
    await expect(postmaster()).resolves.toBeNull();

    const second = await open('server');
    const { rows } = await second.projector.pool(1).query('SELECT mark FROM read.kept');
    await second.close();
    expect(rows).toEqual([{ mark: 5 }]);
  });

  it('keeps its passwords from other users', async () => {
    const secrets = join(dataDir, 'secrets');
    const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
    await expect(mode(secrets)).resolves.toBe(0o700);
    const files = (await readdir(secrets)).filter((file) => file.startsWith('postgres-'));
    expect(new Set(await Promise.all(files.map((file) => mode(join(secrets, file)))))).toEqual(
      new Set([0o600]),
    );
    const passwords = await Promise.all(files.map((file) => readFile(join(secrets, file), 'utf8')));
    expect([files.length, new Set(passwords).size]).toEqual([9, 9]);
  });

  it('lets every task log in as its own role and act as no other', async () => {
    const { keys, ...main } = await open('guest');
    const asked = {
      app: main.app,
      projector: main.projector,
      reader: main.reader,
      signer: main.signer,
      auditor: main.auditor,
      keys,
    };
    const refusals: unknown[] = [];
    for (const [task, connections] of Object.entries(asked)) {
      const pool = connections.pool(1);
      const { rows } = await pool.query<{ me: string }>('SELECT session_user AS me');
      expect(rows).toEqual([{ me: `gradeledger_${task}` }]);
      for (const other of Object.keys(asked).filter((one) => one !== task))
        refusals.push(await pool.query(`SET ROLE gradeledger_${other}`).catch((error: unknown) => error));
    }
    await main.close();
    expect(refusals).toHaveLength(30);
    expect(refusals.every((error) => (error as { code?: string }).code === '42501')).toBe(true);
  });

  it('keeps the keys of sealed texts in a database that only their role enters', async () => {
    const database = await open('guest');
    const enters = async (url: string, base: string): Promise<unknown> => {
      const client = new Client({ connectionString: withDatabase(url, base) });
      return client.connect().then(
        () => client.end().then(() => 'enters'),
        (error: unknown) => (error as { code?: string }).code,
      );
    };
    await expect(enters(database.app.url, 'gradeledger_keys')).resolves.toBe('42501');
    await expect(enters(database.reader.url, 'gradeledger_keys')).resolves.toBe('42501');
    await expect(enters(database.keys.url, 'gradeledger')).resolves.toBe('42501');
    await expect(enters(database.keys.url, 'gradeledger_keys')).resolves.toBe('enters');
    await database.close();
  });

  it('loses nothing that it acknowledged, and admits nobody without a password', async () => {
    const database = await open('guest');
    const { rows } = await database.app.pool(1).query(
      `SELECT name, setting FROM pg_settings WHERE name IN
       ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses') ORDER BY name`,
    );
    const stranger = new URL(database.app.url);
    stranger.password = 'guess';
    const entering = new Client({ connectionString: stranger.href }).connect();
    await expect(entering).rejects.toMatchObject({ code: '28P01' });
    await database.close();
    expect(rows).toEqual([
      { name: 'data_checksums', setting: 'on' },
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
  });

  it('refuses a second server, and lets a guest work beside the first', async () => {
    const child = await openElsewhere();
    await expect(open('server')).rejects.toMatchObject({
      name: 'StartFault',
      message: `Another GradeLedger server works on ${dataDir}: stop it first, or set another DATA_DIR.`,
    });
    const running = await postmaster();
    await (await open('guest')).close();
    await expect(postmaster()).resolves.toBe(running);

    await end(child, 'SIGTERM');
    await expect(postmaster()).resolves.toBeNull();
  });

  it('stays up for a guest when its server stops, and stops with the guest', async () => {
    const child = await openElsewhere();
    const guest = await open('guest');
    await end(child, 'SIGTERM');
    await expect(guest.app.pool(1).query('SELECT 1 AS one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await guest.close();
    await expect(postmaster()).resolves.toBeNull();
  });

  it('is adopted by the next start when its server was killed', async () => {
    await end(await openElsewhere(), 'SIGKILL');
    const orphan = await postmaster();
    const next = await open('server');
    await expect(postmaster()).resolves.toBe(orphan);
    await next.close();
    await expect(postmaster()).resolves.toBeNull();
  });

  it('stops cleanly even after it dropped every connection', async () => {
    const database = await open('server');
    const password = await readFile(join(dataDir, 'secrets', 'postgres-superuser'), 'utf8');
    const admin = new Client({ connectionString: withUser(database.app.url, 'postgres', password) });
    await admin.connect();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    await admin.end();
    await database.close();
    await expect(postmaster()).resolves.toBeNull();
  });

  it('starts after a power cut, although another program got its old number', async () => {
    const port = String(await freePort());
    const left = ['1', join(dataDir, 'postgres'), '0', port, '', '127.0.0.1', '', 'ready'].join('\n');
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${left}\n`);
    const database = await open('server');
    await expect(database.app.pool(1).query('SELECT 1 AS one')).resolves.toMatchObject({
      rows: [{ one: 1 }],
    });
    await database.close();
  });

  it('says which password file is missing or wrong', async () => {
    const file = join(dataDir, 'secrets', 'postgres-superuser');
    await rename(file, `${file}.away`);
    await expect(open('server')).rejects.toThrow(/^The password of the database is missing: put .* back/);
    await writeFile(file, 'another', { mode: 0o600 });
    await expect(open('server')).rejects.toThrow(/^The database refuses its password: put the right .* back/);
    await rename(`${file}.away`, file);
    await (await open('server')).close();
  });

  it('says in one sentence that its files are broken, and where the log is', async () => {
    await writeFile(join(dataDir, 'postgres', 'global', 'pg_control'), '');
    await expect(open('server')).rejects.toThrow(
      /^The database in .* does not start \(.+\): its log is .*log\.$/,
    );
  });
});

describe('a data folder that cannot be used', () => {
  it('is named in one sentence', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(
      openDatabase({ dataDir: join(file, 'data'), databaseUrl: null }, 'server'),
    ).rejects.toMatchObject({
      name: 'StartFault',
      message: `The data folder ${join(file, 'data')} cannot be used (ENOTDIR): set DATA_DIR to one that can.`,
    });
  });
});
