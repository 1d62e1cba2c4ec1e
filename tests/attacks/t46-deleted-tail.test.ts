import { eventually, SignedWorld } from '../support/signing.ts';
import { addressOf, Closing, trusted, witnessOf } from '../support/witnessing.ts';

let world: SignedWorld;
const closing = new Closing();

beforeEach(async () => {
  world = await SignedWorld.open();
});

afterEach(async () => {
  await closing.all();
  await world.close();
});

const deleteTail = (from: number) => world.forge(`DELETE FROM log.event WHERE position >= ${from}`);

describe('attack T46: a DBA deletes the tail', () => {
  it('attack T46: the signer says that the tree shrank, and signs nothing more', async () => {
    await world.append(20);
    const signer = world.sign();
    await world.signed(signer, 20);
    await deleteTail(16);
    const { alarm } = await world.alarm(signer, 'TREE_SHRANK');
    expect(alarm?.sentence).toContain('20 events');
    expect(alarm?.sentence).toContain('cli mirror restore');
    expect(world.lines.filter(({ finding }) => finding?.code === 'TREE_SHRANK')).toHaveLength(1);
    const report = await eventually(async () =>
      (await world.rows(`SELECT kind, size FROM ledger.report WHERE code = 'TREE_SHRANK'`)).at(0),
    );
    expect(report).toEqual({ kind: 'alarm', size: '20' });
  });

  it('attack T46: a signer that was stopped meanwhile says it at its start', async () => {
    await world.append(5);
    const signer = world.sign();
    await world.signed(signer, 5);
    await signer.close();
    await deleteTail(5);
    await world.forge('DELETE FROM ledger.checkpoint');
    expect((await world.alarm(world.sign(), 'TREE_SHRANK')).size).toBe(0);
    expect(await world.rows('SELECT FROM ledger.checkpoint')).toHaveLength(0);
  });

  it('attack T46: a tail that grew anew is not the one that was signed', async () => {
    await world.append(6, 1);
    const signer = world.sign();
    await world.signed(signer, 6);
    await signer.close();
    await world.forge(
      'DELETE FROM log.event WHERE position >= 6',
      'DELETE FROM log.command WHERE last >= 6',
      'UPDATE log.stream SET revision = 4',
      'DELETE FROM ledger.checkpoint',
    );
    world.forget('mark-0', 1);
    await world.append(3, 1);
    const { alarm } = await world.alarm(world.sign(), 'EVENT_DIFFERS');
    expect(alarm?.position).toBe(6);
  });

  it('attack T46: goes on by itself once the same events are back', async () => {
    await world.append(8);
    const signer = world.sign();
    await world.signed(signer, 8);
    await world.forge(
      'CREATE TABLE log.hidden AS SELECT * FROM log.event WHERE position >= 7',
      'DELETE FROM log.event WHERE position >= 7',
    );
    await world.alarm(signer, 'TREE_SHRANK');
    await world.forge('INSERT INTO log.event SELECT * FROM log.hidden');
    await world.alarm(signer, null);
    await world.append(2);
    expect((await world.signed(signer, 10)).size).toBe(10);
    const kinds = await world.rows<{ kind: string }>(
      'SELECT kind FROM ledger.report ORDER BY no DESC LIMIT 1',
    );
    expect(kinds).toEqual([{ kind: 'verified' }]);
  });

  it('attack T46: a witness refuses the shorter tree with 409 and its own size', async () => {
    await world.append(9);
    const first = world.sign();
    const { vkeys } = await world.signed(first, 9);
    const witness = await witnessOf(closing, [trusted(vkeys[0] ?? '')]);
    await first.close();
    const second = world.sign({ witnesses: [addressOf(witness)] });
    await world.cosigned(9);
    await second.close();
    const [shorter] = await world.rows<{ note: string }>('SELECT note FROM ledger.checkpoint LIMIT 1');
    const answer = await fetch(`${witness.url}/add-checkpoint`, {
      method: 'POST',
      body: `old 0\n\n${shorter?.note ?? ''}`,
    });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toBe('text/x.tlog.size');
    expect(await answer.text()).toBe('9\n');
  });
});
