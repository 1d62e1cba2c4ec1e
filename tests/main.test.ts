import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { run } from './support/program.ts';

const originIn = (screen: string): string => /http:\/\/127\.0\.0\.1:\d+/u.exec(screen)?.[0] ?? '';

describe('npm start', () => {
  let dataDir = '';
  const settings = () => ({ DATA_DIR: dataDir, PORT: '0', DEMO: 'off' });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-main-'));
    // The database may run as another user than root, who then has to get in here.
    await chmod(dataDir, 0o755);
  });

  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves from an empty folder, and stops cleanly on %s',
    async (signal) => {
      const server = run('main.ts', settings());
      const origin = originIn(await server.says('/schema.graphql'));
      const health = await fetch(`${origin}/healthz`);
      expect(await health.json()).toMatchObject({ status: 'ok' });

      server.signal(signal);
      expect(await server.ended).toMatchObject({ code: 0, errors: '' });
      await expect(stat(join(dataDir, 'postgres', 'postmaster.pid'))).rejects.toMatchObject({
        code: 'ENOENT',
      });
    },
  );

  it('says in one sentence that the port is taken, and leaves with a failure', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const server = run('main.ts', { ...settings(), PORT: port });
    const { code, errors } = await server.ended;
    other.close();
    expect(code).toBe(1);
    expect(errors.trim()).toMatch(/^Port \d+ is taken by another program: .+$/u);
  });

  it('says in one sentence that the database is out of reach', async () => {
    const url = 'postgres://somebody:secret@127.0.0.1:1/gradeledger';
    const { code, errors } = await run('main.ts', { ...settings(), DATABASE_URL: url }).ended;
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).not.toContain('secret');
  });

  it('says in one sentence which setting is wrong', async () => {
    const { code, errors } = await run('main.ts', { ...settings(), PORT: 'many' }).ended;
    expect({ code, errors }).toEqual({ code: 1, errors: 'PORT must be a whole number from 0 to 65535.\n' });
  });
});

describe('npm run cli', () => {
  it('prints a token in a demo college only', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-cli-'));
    await chmod(dataDir, 0o755);
    try {
      const words = ['token', '--role', 'teacher'];
      const { code, output, errors } = await run('cli.ts', { DATA_DIR: dataDir }, ...words).ended;
      expect({ code, output }).toEqual({ code: 1, output: '' });
      expect(errors).toContain('The demo is not ready');
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('answers a command it does not know with exit code 2', async () => {
    const { code, errors } = await run('cli.ts', {}, 'rebuild', 'everything').ended;
    expect(code).toBe(2);
    expect(errors).toContain('gradebook');
  });
});
