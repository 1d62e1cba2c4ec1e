import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openCheckpoint } from '../../src/ledger/checkpoint.ts';
import { noteVerifier } from '../../src/ledger/cosignature.ts';
import { parseVkey } from '../../src/ledger/key-text.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { rootOf } from '../../src/ledger/tree.ts';
import { eventually, SignedWorld } from '../support/signing.ts';

let world: SignedWorld;

beforeEach(async () => {
  world = await SignedWorld.open();
});

afterEach(() => world.close());

const bodies = () => world.rows<{ body: string }>('SELECT body FROM log.event ORDER BY position');

describe('the signer', () => {
  it('signs what was appended, over the stored bytes and nothing else', async () => {
    await world.append(700);
    const signer = world.sign();
    const { vkeys } = await world.signed(signer, 700);
    const [latest] = await world.rows<{ note: string; size: string; root: Buffer }>(
      'SELECT note, size, root FROM ledger.checkpoint ORDER BY size DESC LIMIT 1',
    );
    const { checkpoint } = openCheckpoint(latest?.note ?? '', noteVerifier(parseVkey(vkeys[0] ?? '')));
    const root = rootOf((await bodies()).map(({ body }) => leafHash(body)));
    expect(checkpoint).toEqual({ origin: world.origin, size: 700, root });
    expect(latest).toMatchObject({ size: '700', root });
    const tiles = await world.rows('SELECT level, n FROM ledger.tile ORDER BY level, n');
    expect(tiles).toEqual([
      { level: 0, n: '0' },
      { level: 0, n: '1' },
    ]);
  });

  it('goes on where it was after a restart, with the same key', async () => {
    await world.append(10);
    const first = world.sign();
    const before = await world.signed(first, 10);
    await first.close();
    await world.append(10);
    const second = world.sign();
    const after = await world.signed(second, 20);
    expect(after.vkeys).toEqual(before.vkeys);
    expect(after.alarm).toBeNull();
    expect(await world.rows('SELECT size FROM ledger.checkpoint ORDER BY size')).toEqual([
      { size: '10' },
      { size: '20' },
    ]);
  });

  it('keeps its key where only it can read it, and marks a key that it made by itself', async () => {
    await world.append(1);
    await world.signed(world.sign(), 1);
    const keys = join(world.folder, world.college, 'keys');
    const [name = ''] = await readdir(keys);
    expect(name).toMatch(/^demo-[0-9a-f]{8}\.key$/u);
    expect((await stat(join(keys, name))).mode & 0o777).toBe(0o600);
  });

  it('reports that everything is as it was signed', async () => {
    await world.append(5);
    const signer = world.sign();
    await world.signed(signer, 5);
    const report = await eventually(async () =>
      (await world.rows(`SELECT kind, size FROM ledger.report WHERE kind = 'verified'`)).at(0),
    );
    expect(report).toEqual({ kind: 'verified', size: '5' });
  });
});
