import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openCheckpoint } from '../../src/ledger/checkpoint.ts';
import { noteVerifier } from '../../src/ledger/cosignature.ts';
import { Frontier } from '../../src/ledger/frontier.ts';
import { parseVkey } from '../../src/ledger/key-text.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { readState } from '../../src/ledger/signer/kept-state.ts';
import { signingKeys } from '../../src/ledger/signer/kept-keys.ts';
import { ask, eventually, SignedWorld } from '../support/signing.ts';

let world: SignedWorld;

beforeEach(async () => {
  world = await SignedWorld.open();
});

afterEach(() => world.close());

const root = fileURLToPath(new URL('../..', import.meta.url));

const signerProcess = (): ChildProcess =>
  spawn(process.execPath, ['src/signer.ts'], {
    cwd: root,
    stdio: 'ignore',
    env: { SIGNER_DATABASE_URL: world.database.signerUrl, SIGNER_DIR: world.folder },
  });

interface CheckpointRow {
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
}

const checkpoints = () =>
  world.rows<CheckpointRow>('SELECT size, root, note FROM ledger.checkpoint ORDER BY size');

/** The size of the newest checkpoint, 0 for none. */
const newest = async (): Promise<number> => {
  const [row] = await world.rows<{ size: string | null }>('SELECT max(size) AS size FROM ledger.checkpoint');
  return Number(row?.size ?? 0);
};

/** Waits until a newer checkpoint than one of a size was published. */
const grown = (than: number): Promise<number> =>
  eventually(async () => {
    const size = await newest();
    return size > than && size;
  });

/** Every checkpoint that was ever published is of the one tree that the log's bytes make. */
const demandOneHistory = async (vkey: string): Promise<void> => {
  const rows = await checkpoints();
  const bodies = await world.rows<{ body: string }>('SELECT body FROM log.event ORDER BY position');
  const frontier = new Frontier();
  const roots = new Map<number, Buffer>();
  for (const { body } of bodies) {
    frontier.append(leafHash(body));
    roots.set(frontier.size, frontier.root());
  }
  const verifier = noteVerifier(parseVkey(vkey));
  const signed = rows.map(({ note }) => openCheckpoint(note, verifier).checkpoint);
  expect(signed.map((one) => one.root)).toEqual(signed.map(({ size }) => roots.get(size)));
  expect(signed.map(({ size }) => String(size))).toEqual(rows.map(({ size }) => size));
};

describe('a signer that is killed', () => {
  it('never contradicts itself over ten kills at random under load (F11)', async () => {
    let isLoading = true;
    const isOver = () => !isLoading;
    const load = (async () => {
      while (!isOver()) {
        await world.append(20, 20);
        await sleep(20);
      }
    })();
    let reached = 0;
    try {
      for (let kills = 0; kills < 10; kills += 1) {
        const signer = signerProcess();
        reached = await grown(reached);
        await sleep(Math.random() * 150);
        signer.kill('SIGKILL');
        await once(signer, 'close');
        // Whatever the moment was, the state can be read, and is not behind what was published.
        const state = await readState(join(world.folder, world.college));
        expect(state?.frontier.size).toBeGreaterThanOrEqual(await newest());
      }
    } finally {
      isLoading = false;
      await load;
    }
    const [last] = await world.rows<{ head: string }>('SELECT max(position) AS head FROM log.event');
    const { vkeys, alarm } = await world.signed(world.sign(), Number(last?.head));
    expect(alarm).toBeNull();
    await demandOneHistory(vkeys[0] ?? '');
    expect(await world.rows(`SELECT FROM ledger.report WHERE kind = 'alarm'`)).toHaveLength(0);
  }, 180_000);

  it('publishes after its restart what it had signed and could not publish', async () => {
    await world.append(300);
    const first = world.sign();
    await world.signed(first, 300);
    await first.close();
    const [before] = await checkpoints();
    await world.forge('DELETE FROM ledger.checkpoint', 'DELETE FROM ledger.tile');
    await world.signed(world.sign(), 300);
    await eventually(async () => (await checkpoints()).length === 1);
    const [after] = await checkpoints();
    expect(after?.note).toBe(before?.note);
    expect(await world.rows('SELECT FROM ledger.tile')).toHaveLength(1);
  });

  it('goes on when its connection is cut', async () => {
    await world.append(3);
    const signer = world.sign();
    await world.signed(signer, 3);
    await ask(
      world.database.operatorUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND usename LIKE '%signer'`,
    );
    await world.append(3);
    expect((await world.signed(signer, 6)).alarm).toBeNull();
  });
});

describe('two signers by mistake (F13)', () => {
  it('with the same folder: the second waits, says so, and takes over when the first ends', async () => {
    await world.append(2);
    const first = world.sign();
    await world.signed(first, 2);
    const second = world.sign();
    await eventually(() => world.lines.some(({ message }) => message.includes('works in this folder')));
    expect(second.isActive()).toBe(false);
    await first.close();
    await world.append(2);
    expect((await world.signed(second, 4)).alarm).toBeNull();
  });

  it('with another folder: the second waits, and then refuses, for it has no state', async () => {
    await world.append(2);
    const first = world.sign();
    await world.signed(first, 2);
    const second = world.sign({ folder: `${world.folder}/another` });
    await eventually(() => world.lines.some(({ message }) => message.includes('signs this database')));
    await eventually(
      async () => (await world.rows(`SELECT FROM ledger.report WHERE code = 'SECOND_SIGNER'`)).length === 1,
    );
    // The first verifies once more, and the alarm is over.
    await eventually(
      async () =>
        (await world.rows<{ kind: string }>('SELECT kind FROM ledger.report ORDER BY no DESC LIMIT 1'))[0]
          ?.kind === 'verified',
    );
    await first.close();
    const { alarm } = await world.alarm(second, 'STATE_MISSING');
    expect(alarm?.sentence).toContain('put its folder back');
  });
});

describe('a folder that is not what the signer left', () => {
  const own = (...path: readonly string[]) => join(world.folder, world.college, ...path);

  const signOnce = async (): Promise<void> => {
    await world.append(300);
    const signer = world.sign();
    await world.signed(signer, 300);
    await signer.close();
  };

  it.each([
    ['its state is missing', 'state.json', 'STATE_MISSING', null],
    ['its state is cut short', 'state.json', 'STATE_DAMAGED', (text: string) => text.slice(0, 100)],
    [
      'its state tells another root',
      'state.json',
      'STATE_DAMAGED',
      (text: string) =>
        text.replace(
          /"hashes": \[\s*"./u,
          (found) => `${found.slice(0, -1)}${found.endsWith('A') ? 'B' : 'A'}`,
        ),
    ],
    ['its tiles are missing', 'tiles-0', 'STATE_DAMAGED', null],
  ])('when %s, nothing is signed until it is put back', async (_, file, code, bend) => {
    await signOnce();
    await cp(own(file), own(`${file}.kept`));
    if (bend) await writeFile(own(file), bend(await readFile(own(file), 'utf8')));
    else await rm(own(file));
    await world.append(1);
    const signer = world.sign();
    await world.alarm(signer, code);
    expect(await checkpoints()).toHaveLength(1);
    await rename(own(`${file}.kept`), own(file));
    expect((await world.signed(signer, 301)).alarm).toBeNull();
  });

  it.each([
    ['at the right edge of its tree', 290, 'ROUTES_DIFFER'],
    ['in a full tile', 10, 'STATE_DAMAGED'],
  ])('when a tile of it changed %s, it is itself to blame, and says so', async (_, leaf, code) => {
    await signOnce();
    const tiles = await readFile(own('tiles-0'));
    const bent = Buffer.from(tiles);
    bent[leaf * 32] = (bent[leaf * 32] ?? 0) ^ 1;
    await writeFile(own('tiles-0'), bent);
    const signer = world.sign();
    await world.alarm(signer, code);
    expect(await checkpoints()).toHaveLength(1);
    await writeFile(own('tiles-0'), tiles);
    await world.alarm(signer, null);
  });

  it('when its key is missing, no other one is made for a log that was signed', async () => {
    await signOnce();
    const [key] = await signingKeys(world.folder);
    expect(key).toMatchObject({ isDemo: true, isExposed: false });
    await rename(own('keys'), own('keys-kept'));
    await world.append(1);
    const signer = world.sign();
    await world.alarm(signer, 'KEY_MISSING');
    await rename(own('keys-kept'), own('keys'));
    expect((await world.signed(signer, 301)).alarm).toBeNull();
  });
});
