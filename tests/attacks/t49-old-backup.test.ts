import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { SignedWorld } from '../support/signing.ts';
import { addressOf, Closing, mirrorOf, trusted, witnessOf } from '../support/witnessing.ts';
import { openDatabase } from '../../src/database/database.ts';
import { parseCheckpoint } from '../../src/ledger/checkpoint.ts';
import { restoreFromMirror } from '../../src/ledger/mirror/restore.ts';
import { parseNote } from '../../src/ledger/note.ts';
import { nameOf } from '../../src/ledger/witness/cosigned.ts';

let world: SignedWorld;
const closing = new Closing();

beforeEach(async () => {
  world = await SignedWorld.open();
});

afterEach(async () => {
  await closing.all();
  await world.close();
});

/** The whole database as it was: the copy is taken by PostgreSQL itself. */
const rollBack = async (): Promise<void> => {
  await world.restoreCopy();
};

describe('attack T49: the database is put back to an old copy', () => {
  it('attack T49: the signer refuses, and prints what to do', async () => {
    await world.append(10);
    const signer = world.sign();
    await world.signed(signer, 10);
    await signer.close();
    await world.takeCopy();
    await world.append(10);
    const later = world.sign();
    await world.signed(later, 20);
    await later.close();
    await rollBack();
    const { alarm } = await world.alarm(world.sign(), 'TREE_SHRANK');
    expect(alarm?.sentence).toContain('20 events');
    expect(alarm?.sentence).toContain('the database has 10');
    expect(alarm?.sentence).toContain('continue under a new origin');
  });

  it('attack T49: an old copy of the signer’s folder is noticed too, by the checkpoint in the database', async () => {
    await world.append(10);
    const signer = world.sign();
    await world.signed(signer, 10);
    await signer.close();
    const old = join(await closing.folder('old'), 'signer');
    await cp(world.folder, old, { recursive: true });
    await world.append(5);
    const later = world.sign();
    await world.signed(later, 15);
    await later.close();
    expect((await world.alarm(world.sign({ folder: old }), 'CHECKPOINT_AHEAD')).size).toBe(0);
  });

  it('attack T49: old copies of both are noticed by what the witness keeps', async () => {
    await world.append(10);
    const signer = world.sign();
    const { vkeys } = await world.signed(signer, 10);
    await signer.close();
    const witness = await witnessOf(closing, [trusted(vkeys[0] ?? '')]);
    const old = join(await closing.folder('old'), 'signer');
    await cp(world.folder, old, { recursive: true });
    await world.takeCopy();
    await world.append(5);
    const witnesses = [addressOf(witness)];
    const later = world.sign({ witnesses });
    await world.cosigned(15);
    await later.close();
    await rollBack();
    await world.append(1, 1).catch(() => undefined);
    await world.alarm(world.sign({ folder: old, witnesses }), 'WITNESS_SAW_MORE');
    expect(await world.rows('SELECT FROM ledger.checkpoint WHERE size > 10')).toHaveLength(0);
  });

  it('attack T49: R-BKP-02: the mirror refills the log, byte by byte, and signing goes on by itself', async () => {
    await world.append(300);
    const first = world.sign();
    const { vkeys } = await world.signed(first, 300);
    await first.close();
    const folder = await closing.folder('mirror');
    const mirror = await mirrorOf(closing, [trusted(vkeys[0] ?? '', world.database.auditorUrl)], folder);
    await world.takeCopy();
    await world.append(50);
    const second = world.sign({ witnesses: [addressOf(mirror)] });
    await world.cosigned(350);
    const [cosigned] = await world.rows<{ note: string; root: Buffer }>(
      'SELECT note, root FROM ledger.checkpoint WHERE size = 350',
    );
    await second.close();
    await rollBack();
    const signer = world.sign();
    await world.alarm(signer, 'TREE_SHRANK');

    const database = await openDatabase(
      { dataDir: '/nowhere', databaseUrl: world.database.operatorUrl },
      'guest',
    );
    const checkpoint = parseCheckpoint(parseNote(cosigned?.note ?? '').text);
    const restored = await restoreFromMirror(
      database.owner.pool(1),
      join(folder, nameOf(world.origin)),
      checkpoint,
    );
    await database.close();
    expect(restored).toMatchObject({ before: 300, after: 350 });
    await world.alarm(signer, null);
    await world.append(5);
    await world.signed(signer, 355);
    const [again] = await world.rows('SELECT root FROM ledger.checkpoint WHERE size = 350');
    expect(again).toEqual({ root: cosigned?.root });
  });
});
