import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { proveConsistency } from '../../src/ledger/consistency.ts';
import { cosignatureVerifier } from '../../src/ledger/cosignature.ts';
import { Frontier } from '../../src/ledger/frontier.ts';
import { parseVkey, vkeyOf } from '../../src/ledger/key-text.ts';
import { leafHash, type Hash } from '../../src/ledger/leaf.ts';
import { parseNote, parseSignature } from '../../src/ledger/note.ts';
import { makeSigningKey, noteSigner, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { perfectRoot, rootOf } from '../../src/ledger/tree.ts';
import type { HashReader } from '../../src/ledger/subtrees.ts';
import { nameOf } from '../../src/ledger/witness/cosigned.ts';
import type { RunningWitness } from '../../src/ledger/witness/witness.ts';
import { Closing, trusted, witnessOf } from '../support/witnessing.ts';

const closing = new Closing();

afterEach(() => closing.all());

const ORIGIN = 'college-1.example/journal';
const key = parseSigningKey(makeSigningKey(ORIGIN, 'note'));
const stranger = parseSigningKey(makeSigningKey(ORIGIN, 'note'));

const leavesOf = (history: string, size: number): readonly Hash[] =>
  Array.from({ length: size }, (_, i) => leafHash(`${history} ${i}`));

const readerOf =
  (leaves: readonly Hash[]): HashReader =>
  (subtrees) =>
    Promise.resolve(
      subtrees.map(({ height, index }) =>
        perfectRoot(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)),
      ),
    );

const noteOf = (size: number, history = 'one', origin = ORIGIN, by = key): string =>
  signCheckpoint({ origin, size, root: rootOf(leavesOf(history, size)) }, [noteSigner(by)]);

const bodyOf = async (old: number, size: number, history = 'one'): Promise<string> => {
  const proof = await proveConsistency(readerOf(leavesOf(history, size)), old, size);
  return [`old ${old}`, ...proof.map((one) => one.toString('base64')), '', noteOf(size, history)].join('\n');
};

const post = (witness: RunningWitness, body: string): Promise<Response> =>
  fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });

const kept = async (witness: RunningWitness): Promise<string> =>
  (await fetch(`${witness.url}/${nameOf(ORIGIN)}/checkpoint`)).text();

describe('a witness', () => {
  it('cosigns what continues what it cosigned, and keeps it for anybody to see', async () => {
    const witness = await witnessOf(closing, [trusted(vkeyOf(key))]);
    expect((await post(witness, await bodyOf(0, 5))).status).toBe(200);
    const answer = await post(witness, await bodyOf(5, 12));
    const line = parseSignature((await answer.text()).trimEnd());
    const verifier = cosignatureVerifier(parseVkey(witness.vkey));
    expect(verifier.verify(parseNote(noteOf(12)).text, line.signature)).toBe(true);
    const note = parseNote(await kept(witness));
    expect(note.text).toBe(parseNote(noteOf(12)).text);
    expect(note.signatures.map(({ keyId }) => keyId)).toEqual([key.keyId, verifier.keyId]);
  });

  it('answers as C2SP tlog-witness says: 400, 403, 404, 409 with its size, 422', async () => {
    const witness = await witnessOf(closing, [trusted(vkeyOf(key))]);
    await post(witness, await bodyOf(0, 5));
    const status = async (body: string) => (await post(witness, body)).status;
    expect(await status('old five\n\n')).toBe(400);
    expect(await status(`old 05\n\n${noteOf(5)}`)).toBe(400);
    expect(await status(`old 9\n\n${noteOf(5)}`)).toBe(400);
    expect(await status(`old 5\n\n${noteOf(7, 'one', ORIGIN, stranger)}`)).toBe(403);
    const other = parseSigningKey(makeSigningKey('other.example/journal', 'note'));
    expect(await status(`old 0\n\n${noteOf(5, 'one', 'other.example/journal', other)}`)).toBe(404);
    expect(await status(await bodyOf(5, 7, 'another'))).toBe(422);
    expect(await status(`old 5\n\n${noteOf(5, 'another')}`)).toBe(409);
    const conflict = await post(witness, await bodyOf(3, 7));
    expect(conflict.headers.get('content-type')).toBe('text/x.tlog.size');
    expect([conflict.status, await conflict.text()]).toEqual([409, '5\n']);
    expect((await fetch(`${witness.url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
  });

  it('attack T46: cosigns again what it cosigned last, and nothing smaller', async () => {
    const witness = await witnessOf(closing, [trusted(vkeyOf(key))]);
    await post(witness, await bodyOf(0, 5));
    expect((await post(witness, await bodyOf(5, 5))).status).toBe(200);
    expect((await post(witness, await bodyOf(0, 3))).status).toBe(409);
  });

  it('cosigns one of two that ask at the same instant', async () => {
    const witness = await witnessOf(closing, [trusted(vkeyOf(key))]);
    const bodies = await Promise.all([5, 6, 7, 8, 9, 10].map((size) => bodyOf(0, size)));
    const statuses = await Promise.all(bodies.map(async (body) => (await post(witness, body)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(5);
  });

  it('remembers what it cosigned after a restart, and lets nobody else into its folder', async () => {
    const folder = await closing.folder('witness');
    const first = await witnessOf(closing, [trusted(vkeyOf(key))], folder);
    await post(first, await bodyOf(0, 5));
    await expect(witnessOf(closing, [trusted(vkeyOf(key))], folder)).rejects.toThrow('Another witness works');
    await first.close();
    const second = await witnessOf(closing, [trusted(vkeyOf(key))], folder);
    expect(second.vkey).toBe(first.vkey);
    expect((await post(second, await bodyOf(0, 7))).status).toBe(409);
    expect((await post(second, await bodyOf(5, 7))).status).toBe(200);
  });

  it('does not begin anew where its checkpoint or its key is damaged, missing or open to others', async () => {
    const folder = await closing.folder('witness');
    const first = await witnessOf(closing, [trusted(vkeyOf(key))], folder);
    await post(first, await bodyOf(0, 5));
    await first.close();
    const file = join(folder, nameOf(ORIGIN), 'checkpoint');
    const note = await readFile(file, 'utf8');
    const again = () => witnessOf(closing, [trusted(vkeyOf(key))], folder);
    await writeFile(file, note.replace('\n5\n', '\n4\n'));
    await expect(again()).rejects.toThrow('not of this text');
    await writeFile(file, note);
    await chmod(join(folder, 'witness.key'), 0o644);
    await expect(again()).rejects.toThrow('can be read by others');
    await rm(join(folder, 'witness.key'));
    await expect(again()).rejects.toThrow('is missing');
  });

  it('takes the signature of any of a log’s keys while both sign', async () => {
    const witness = await witnessOf(closing, [trusted(vkeyOf(key)), trusted(vkeyOf(stranger))]);
    const frontier = new Frontier();
    for (const leaf of leavesOf('one', 5)) frontier.append(leaf);
    const checkpoint = { origin: ORIGIN, size: 5, root: frontier.root() };
    const both = signCheckpoint(checkpoint, [noteSigner(key), noteSigner(stranger)]);
    expect((await post(witness, `old 0\n\n${both}`)).status).toBe(200);
    expect((await post(witness, `old 5\n\n${noteOf(5, 'one', ORIGIN, stranger)}`)).status).toBe(200);
  });
});
