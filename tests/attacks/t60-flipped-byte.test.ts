import { createServer, connect } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SignedWorld } from '../support/signing.ts';
import { Closing } from '../support/witnessing.ts';

let world: SignedWorld;
const closing = new Closing();

beforeEach(async () => {
  world = await SignedWorld.open();
});

afterEach(async () => {
  await closing.all();
  await world.close();
});

/** A way to the database on which, while `flips` is on, one byte of every body is another when it arrives. */
const bentWire = async (flips: { on: boolean }): Promise<string> => {
  const { hostname, port } = new URL(world.database.signerUrl);
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far);
    far.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      near.write(Buffer.from(flips.on ? text.replaceAll('"value":"2"', '"value":"3"') : text, 'latin1'));
    });
    for (const [one, another] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('close', () => another.destroy());
      one.on('error', () => another.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(wire, 'listening');
  closing.later(wire, () => Promise.resolve(wire.close()));
  const url = new URL(world.database.signerUrl);
  url.port = String((wire.address() as AddressInfo).port);
  return url.href;
};

describe('attack T60: a byte changes between the disk and the hash', () => {
  it('attack T60: the signer stops, signs nothing, and goes on when the byte is right again', async () => {
    const flips = { on: true };
    await world.append(4, 1);
    const signer = world.sign({ databaseUrl: await bentWire(flips) });
    const { alarm } = await world.alarm(signer, 'LEAF_HASH_DIFFERS');
    expect(alarm?.position).toBe(1);
    expect(await world.rows('SELECT FROM ledger.checkpoint')).toHaveLength(0);
    flips.on = false;
    expect((await world.signed(signer, 4)).alarm).toBeNull();
  });

  it('attack T60: a byte that flipped on the disk before it was signed stops it too', async () => {
    await world.append(4, 1);
    await world.forge(
      `UPDATE log.event SET body = replace(body, '"value":"4"', '"value":"5"') WHERE position = 3`,
    );
    const signer = world.sign();
    const { alarm, size } = await world.alarm(signer, 'LEAF_HASH_DIFFERS');
    expect({ position: alarm?.position, size }).toEqual({ position: 3, size: 0 });
    expect(await world.rows('SELECT FROM ledger.checkpoint')).toHaveLength(0);
  });

  it('attack T60: an event of another log, or in another place than its body says, is not signed', async () => {
    await world.append(3, 1);
    const moved = (to: string) => `'${world.origin}', '${to}'`;
    await world.forge(
      `UPDATE log.event SET body = replace(body, ${moved('other.example/journal')}),
         leaf_hash = sha256('\\x00'::bytea || convert_to(replace(body, ${moved('other.example/journal')}), 'UTF8'))
       WHERE position = 2`,
    );
    const { alarm } = await world.alarm(world.sign(), 'EVENT_MISPLACED');
    expect(alarm?.sentence).toContain('differ in log');
  });
});
