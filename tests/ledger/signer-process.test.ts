import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../src/ledger/folder-lock.ts';
import { run } from '../support/program.ts';
import { eventually, SignedWorld } from '../support/signing.ts';

let world: SignedWorld;
let dataDir = '';

beforeEach(async () => {
  world = await SignedWorld.open();
  dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-beside-'));
});

afterEach(async () => {
  await world.close();
  await rm(dataDir, { recursive: true, force: true });
});

const settings = () => ({
  DATABASE_URL: world.database.operatorUrl,
  DATA_DIR: dataDir,
  SIGNER_DIR: world.folder,
  PORT: '0',
  DEMO: 'off',
});

const checkpoint = (size: number) =>
  eventually(
    async () => (await world.rows('SELECT FROM ledger.checkpoint WHERE size = $1', [size])).length === 1,
  );

/** Whether no signer has the folder any more. */
const isFree = async (): Promise<boolean> => {
  const lock = await lockFolder(world.folder);
  lock?.release();
  return lock !== null;
};

describe('the signer beside a server', () => {
  it('signs, shows its key on the ready screen, and ends with the server', async () => {
    await world.append(3);
    const server = run('main.ts', settings());
    expect(await server.says('/schema.graphql')).toContain('GradeLedger is ready');
    await checkpoint(3);
    await server.says(`${world.origin}+`);
    server.signal('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, errors: '' });
    expect(await isFree()).toBe(true);
  });

  it('leaves no orphan when the server is killed with -9', async () => {
    await world.append(1);
    const server = run('main.ts', settings());
    await server.says('/schema.graphql');
    await checkpoint(1);
    expect(await isFree()).toBe(false);
    server.signal('SIGKILL');
    expect(await eventually(isFree)).toBe(true);
  });
});

describe('cli signer', () => {
  it('signs by itself, as another user could run it', async () => {
    await world.append(2);
    const signer = run(
      'cli.ts',
      { SIGNER_DATABASE_URL: world.database.signerUrl, SIGNER_DIR: world.folder },
      'signer',
    );
    await checkpoint(2);
    await signer.says(`Signs with ${world.origin}+`);
    signer.signal('SIGTERM');
    expect(await signer.ended).toMatchObject({ code: 0, errors: '' });
  });

  it('says in one sentence that it has no address', async () => {
    const { code, errors } = await run('cli.ts', {}, 'signer').ended;
    expect({ code, errors }).toEqual({
      code: 1,
      errors: 'SIGNER_DATABASE_URL must be set: the address at which the signer connects.\n',
    });
  });

  it('makes a second key, and then both sign', async () => {
    await world.append(2);
    const environment = { SIGNER_DATABASE_URL: world.database.signerUrl, SIGNER_DIR: world.folder };
    const made = await run('cli.ts', environment, 'signer-key', world.origin).ended;
    expect(made).toMatchObject({ code: 0, errors: '' });
    const again = await run('cli.ts', environment, 'signer-key', world.origin).ended;
    const { vkeys } = await world.signed(world.sign({ makeKeys: false }), 2);
    expect(vkeys.toSorted()).toEqual([made.output.trim(), again.output.trim()].toSorted());
    const [row] = await world.rows<{ note: string }>('SELECT note FROM ledger.checkpoint');
    expect(row?.note.split(`— ${world.origin} `)).toHaveLength(3);
  });
});
