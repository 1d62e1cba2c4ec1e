import { cp } from 'node:fs/promises';
import { testDatabase } from '../support/postgres.ts';
import { eventually, QUICK, SignedWorld } from '../support/signing.ts';
import { addressOf, Closing, trusted, witnessOf } from '../support/witnessing.ts';
import { startSigner, type RunningSigner } from '../../src/ledger/signer/signer.ts';

let world: SignedWorld;
let other: SignedWorld;
const closing = new Closing();

beforeEach(async () => {
  world = await SignedWorld.open();
  other = await SignedWorld.open(world.college);
});

afterEach(async () => {
  await closing.all();
  await other.close();
  await world.close();
});

const standing = (signer: RunningSigner, code: string) =>
  eventually(() => signer.logs().find(({ alarm }) => alarm?.code === code));

describe('attack T48: two histories for two audiences, under one key', () => {
  it('attack T48: the witness cosigns one of them, and the signer of the other learns of it and stops', async () => {
    await world.append(5);
    const first = world.sign();
    const { vkeys } = await world.signed(first, 5);
    await first.close();
    const witness = await witnessOf(closing, [trusted(vkeys[0] ?? '')]);
    // The second server has the same key and never signed anything: only its events differ.
    await cp(`${world.folder}/${world.college}/keys`, `${other.folder}/${world.college}/keys`, {
      recursive: true,
    });
    const witnesses = [addressOf(witness)];
    world.sign({ witnesses });
    await world.cosigned(5);

    await other.append(7);
    const forker = other.sign({ witnesses });
    const { alarm, size } = await standing(forker, 'WITNESS_SAW_MORE');
    expect(alarm?.sentence).toContain('signed by this log');
    expect(size).toBe(0);
    expect(await other.rows('SELECT FROM ledger.checkpoint')).toHaveLength(0);
  });

  it('attack T48: a fork that grew further is refused a cosignature, and its signer says that there are two histories', async () => {
    await world.append(5);
    await other.append(5);
    const first = world.sign();
    const { vkeys } = await world.signed(first, 5);
    await first.close();
    await cp(`${world.folder}/${world.college}/keys`, `${other.folder}/${world.college}/keys`, {
      recursive: true,
    });
    const alone = other.sign();
    await other.signed(alone, 5);
    await other.append(4);
    await other.signed(alone, 9);
    await alone.close();

    const witness = await witnessOf(closing, [trusted(vkeys[0] ?? '')]);
    const witnesses = [addressOf(witness)];
    world.sign({ witnesses });
    await world.cosigned(5);
    const { alarm } = await standing(other.sign({ witnesses }), 'WITNESS_SAW_OTHER');
    expect(alarm?.sentence).toContain('two histories');
    expect(await other.rows('SELECT FROM ledger.cosignature')).toHaveLength(0);
  });

  it('attack T48: the second cosignature for one size is refused with 409, another continuation with 422', async () => {
    await world.append(5);
    await other.append(5);
    const first = world.sign();
    const { vkeys } = await world.signed(first, 5);
    await first.close();
    await cp(`${world.folder}/${world.college}/keys`, `${other.folder}/${world.college}/keys`, {
      recursive: true,
    });
    const forker = other.sign();
    await other.signed(forker, 5);
    await forker.close();
    const witness = await witnessOf(closing, [trusted(vkeys[0] ?? '')]);
    const noteOf = async (one: SignedWorld): Promise<string> =>
      (await one.rows<{ note: string }>('SELECT note FROM ledger.checkpoint'))[0]?.note ?? '';
    const add = async (old: number, note: string) =>
      (await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body: `old ${old}\n\n${note}` }))
        .status;
    expect(await add(0, await noteOf(world))).toBe(200);
    expect(await add(5, await noteOf(other))).toBe(409);
    expect(await add(0, await noteOf(other))).toBe(409);
    await other.append(1);
    const again = other.sign();
    await other.signed(again, 6);
    const [latest] = await other.rows<{ note: string }>('SELECT note FROM ledger.checkpoint WHERE size = 6');
    expect(await add(5, latest?.note ?? '')).toBe(422);
  });

  it('attack T48: one folder signs for one database only', async () => {
    await world.append(2);
    const first = world.sign();
    await world.signed(first, 2);
    const lines: string[] = [];
    const elsewhere = await testDatabase();
    const second = startSigner({
      databaseUrl: elsewhere.signerUrl,
      folder: world.folder,
      makeKeys: true,
      pace: QUICK,
      say: ({ message }) => void lines.push(message),
    });
    await eventually(() => lines.length > 0);
    await second.close();
    await elsewhere.drop();
    expect(lines[0]).toBe('Another signer works in this folder: this one does not sign, and waits.');
  });
});
