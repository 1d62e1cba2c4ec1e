import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../../src/house.ts';
import { lockFolder } from '../../src/ledger/folder-lock.ts';
import { NO_STREAM } from '../../src/log/event-log.ts';
import { append, uuidV7, write } from '../log/requests.ts';
import { run } from '../support/program.ts';
import { eventually, SignedWorld } from '../support/signing.ts';

let world: SignedWorld;
let dataDir = '';

beforeEach(async () => {
  world = await SignedWorld.open();
  dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-beside-'));
  // The database may run as another user than root, who then has to get in here.
  await chmod(dataDir, 0o755);
});

afterEach(async () => {
  await world.close();
  await rm(dataDir, { recursive: true, force: true });
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

/** One event in a log of the database that `npm start` brought up, put there beside the running server. */
const appendBeside = async (): Promise<string> => {
  const house = await openHouse({ dataDir, databaseUrl: null }, 'guest');
  try {
    const { college, origin } = world;
    await house.log.open({ id: college, origin, clock: 'virtual' });
    const id = uuidV7();
    const body = world.bodyOf({ id, stream: 'mark-1', revision: 0, value: '5' });
    const event = { id, type: 'MarkRecorded', version: 1, body, sealed: [] };
    await house.log.append(college, append([write('mark-1', NO_STREAM, [event])]));
    const pool = house.database.auditor.pool(1);
    const { note } = await eventually(async () => {
      const { rows } = await pool.query<{ note: string }>(
        'SELECT note FROM ledger.checkpoint WHERE size = 1',
      );
      return rows[0];
    });
    return note;
  } finally {
    await house.close();
  }
};

describe('the signer beside a server', () => {
  it('signs, shows its key on the ready screen, ends with the server, and is no orphan after kill -9', async () => {
    const settings = { DATA_DIR: dataDir, SIGNER_DIR: world.folder, PORT: '0', DEMO: 'off' };
    const first = run('main.ts', settings);
    await first.says('/schema.graphql');
    expect(await appendBeside()).toContain(world.origin);
    expect(await isFree()).toBe(false);
    first.signal('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, errors: '' });
    expect(await isFree()).toBe(true);

    const second = run('main.ts', settings);
    expect(await second.says('/schema.graphql')).toContain(`${world.origin}+`);
    expect(await isFree()).toBe(false);
    second.signal('SIGKILL');
    expect(await eventually(isFree)).toBe(true);
    // Whoever leaves last stops the database that the killed server left running.
    await (await openHouse({ dataDir, databaseUrl: null }, 'guest')).close();
  }, 180_000);
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
