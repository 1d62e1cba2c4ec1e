import { hash } from 'node:crypto';
import { ALGORITHMS, parseVkey, vkeyOf } from '../../src/ledger/key-text.ts';
import { cosign } from '../../src/ledger/cosignature.ts';
import { parseNote, signatureLine, parseSignature } from '../../src/ledger/note.ts';
import { makeSigningKey, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { eventually, SignedWorld } from '../support/signing.ts';
import { addressOf, answering, Closing, trusted, witnessOf } from '../support/witnessing.ts';

let world: SignedWorld;
const closing = new Closing();
const key = parseSigningKey(makeSigningKey('liar.example/w', 'cosignature'));

beforeEach(async () => {
  world = await SignedWorld.open();
  await world.append(5);
});

afterEach(async () => {
  await closing.all();
  await world.close();
});

/** A signer that asks a server of the test's own, and what it reported of it. */
const asked = async (url: string, code: string): Promise<string> => {
  const signer = world.sign({
    witnesses: [{ url, key: parseVkey(vkeyOf(key)) }],
    pace: { witnessTimeoutMs: 200 },
  });
  await world.signed(signer, 5);
  const report = await eventually(
    async () =>
      (
        await world.rows<{ sentence: string }>(
          `SELECT sentence FROM ledger.report WHERE kind = 'witness' AND code = $1`,
          [code],
        )
      )[0],
  );
  await world.append(3);
  expect((await world.signed(signer, 8)).alarm).toBeNull();
  return report.sentence;
};

const cosignatures = () => world.rows('SELECT FROM ledger.cosignature');

describe('a signer and its witnesses', () => {
  it('keeps the cosignatures of each, with the key they were made by', async () => {
    const first = world.sign();
    const { vkeys } = await world.signed(first, 5);
    await first.close();
    const logs = [trusted(vkeys[0] ?? '')];
    const one = await witnessOf(closing, logs);
    const other = await witnessOf(closing, logs, undefined, 'witness.example/w2');
    const signer = world.sign({ witnesses: [addressOf(one), addressOf(other)] });
    expect(await world.cosigned(5, 2)).toEqual(['witness.example/w1', 'witness.example/w2']);
    await world.append(300);
    await world.signed(signer, 305);
    expect(await world.cosigned(305, 2)).toHaveLength(2);
    const keys = await world.rows(`SELECT vkey FROM ledger.key WHERE kind = 'witness' ORDER BY vkey`);
    expect(keys).toEqual([one.vkey, other.vkey].toSorted().map((vkey) => ({ vkey })));
  });

  it('finds the size again that a witness went on from, when an answer was lost', async () => {
    const first = world.sign();
    const { vkeys } = await world.signed(first, 5);
    await first.close();
    const witness = await witnessOf(closing, [trusted(vkeys[0] ?? '')]);
    const signer = world.sign({ witnesses: [addressOf(witness)] });
    await world.cosigned(5);
    await world.forge('DELETE FROM ledger.cosignature');
    await world.append(2);
    await world.signed(signer, 7);
    expect(await world.cosigned(7)).toEqual(['witness.example/w1']);
  });

  it('goes on when a witness is dead', async () => {
    const url = await answering(closing, (_, response) => response.destroy());
    expect(await asked(url, 'WITNESS_AWAY')).toContain('does not answer');
    expect(await cosignatures()).toHaveLength(0);
  });

  it('goes on when a witness never answers', async () => {
    const url = await answering(closing, () => undefined);
    expect(await asked(url, 'WITNESS_AWAY')).toContain('does not answer');
  });

  it('goes on when a witness lies about a size, and believes no size without the log’s signature', async () => {
    const url = await answering(closing, (_, response) => {
      response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('900\n');
    });
    expect(await asked(url, 'WITNESS_CONTRADICTS')).toContain('shows none that this log signed');
  });

  it('keeps no cosignature that is not good', async () => {
    const bad = signatureLine({ name: key.name, keyId: key.keyId, signature: Buffer.alloc(72, 7) });
    const url = await answering(closing, (_, response) => {
      response.end(`${bad}\n`);
    });
    expect(await asked(url, 'WITNESS_BAD_SIGNATURE')).toContain('not good');
    expect(await cosignatures()).toHaveLength(0);
  });

  it('keeps no cosignature by another key, and reads no answer without end', async () => {
    const other = parseSigningKey(makeSigningKey('liar.example/w', 'cosignature'));
    const url = await answering(closing, (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (request.method !== 'POST') return response.writeHead(404).end();
        const { text } = parseNote(body.slice(body.indexOf('\n\n') + 2));
        return response.end(`${cosign(text, other, new Date())}\n`);
      });
    });
    expect(await asked(url, 'WITNESS_OTHER_KEY')).toContain('without its own signature');
    expect(await cosignatures()).toHaveLength(0);
  });

  it('attack T25: tells of a witness whose clock shows another time, and keeps what it signed', async () => {
    const month = 30 * 24 * 60 * 60 * 1_000;
    const url = await answering(closing, (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (request.method !== 'POST') return response.writeHead(404).end();
        const { text } = parseNote(body.slice(body.indexOf('\n\n') + 2));
        return response.end(`${cosign(text, key, new Date(Date.now() + month))}\n`);
      });
    });
    expect(await asked(url, 'WITNESS_CLOCK')).toContain('its clock or this one is wrong');
    const [row] = await world.rows<{ line: string }>('SELECT line FROM ledger.cosignature');
    expect(parseSignature(row?.line ?? '').name).toBe(key.name);
  });

  it('keeps the lines of a format it does not know out, and the checkpoint whole', async () => {
    const unknown = signatureLine({
      name: 'pq.example/w',
      keyId: hash('sha256', 'pq').slice(0, 8),
      signature: Buffer.alloc(99),
    });
    expect(ALGORITHMS).toEqual({ note: 1, cosignature: 4 });
    const url = await answering(closing, (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (request.method !== 'POST') return response.writeHead(404).end();
        const { text } = parseNote(body.slice(body.indexOf('\n\n') + 2));
        return response.end(`${unknown}\n${cosign(text, key, new Date())}\n`);
      });
    });
    world.sign({ witnesses: [{ url, key: parseVkey(vkeyOf(key)) }] });
    expect(await world.cosigned(5)).toEqual(['liar.example/w']);
  });
});
