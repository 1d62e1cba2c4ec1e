import { openCheckpoint, parseCheckpoint, signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { cosign, cosignatureVerifier, cosignedAt, noteVerifier } from '../../src/ledger/cosignature.ts';
import { parseVkey, vkeyOf } from '../../src/ledger/key-text.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { parseNote, parseSignature, verifiedBy, withSignatures, writeNote } from '../../src/ledger/note.ts';
import { makeSigningKey, noteSigner, parseSigningKey } from '../../src/ledger/signing-key.ts';

/** A note that the Go checksum database's package gives as its example: not ours, and it has to verify. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETERS_NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

const origin = 'college.example/journal';
const log = parseSigningKey(makeSigningKey(origin, 'note'));
const witness = parseSigningKey(makeSigningKey('witness.example/w1', 'cosignature'));
const checkpoint = { origin, size: 3, root: leafHash('root') };
const signed = signCheckpoint(checkpoint, [noteSigner(log)]);
const at = new Date('2026-11-22T08:15:30.900Z');

describe('a signed note', () => {
  it('that others signed verifies here', () => {
    expect(verifiedBy(parseNote(PETERS_NOTE), [noteVerifier(parseVkey(PETER))])).toHaveLength(1);
    expect(vkeyOf(parseVkey(PETER))).toBe(PETER);
  });

  it('is refused when a character of its text or of its signature was changed', () => {
    const verifiers = [noteVerifier(parseVkey(PETER))];
    const text = PETERS_NOTE.replace('answer', 'Answer');
    expect(() => verifiedBy(parseNote(text), verifiers)).toThrow('not of this text');
    const signature = PETERS_NOTE.replace('FYC2pZ', 'FYC2pY');
    expect(() => verifiedBy(parseNote(signature), verifiers)).toThrow('not of this text');
  });

  it('divides at its last empty line', () => {
    const note = parseNote(`one\n\ntwo\n\n${PETERS_NOTE.split('\n\n')[1] ?? ''}`);
    expect(note.text).toBe('one\n\ntwo\n');
    expect(note.signatures.map(({ name, keyId }) => [name, keyId])).toEqual([['PeterNeumann', 'c74f20a3']]);
  });

  it('keeps a line by a key of another kind, and passes it over', () => {
    const line = `— ${origin} ${Buffer.concat([Buffer.from('06060606', 'hex'), Buffer.alloc(2420, 7)]).toString('base64')}`;
    const both = withSignatures(signed, [line, line]);
    expect(writeNote(parseNote(both))).toBe(both);
    expect(parseNote(both).signatures).toHaveLength(2);
    expect(openCheckpoint(both, noteVerifier(log)).checkpoint).toEqual(checkpoint);
  });

  it('needs one good line by a known key: same name or same id alone is not enough', () => {
    const other = parseSigningKey(makeSigningKey(origin, 'note'));
    expect(() => openCheckpoint(signed, noteVerifier(other))).toThrow('No signature');
    const forged = signed.replace('— college', '— collage');
    expect(() => openCheckpoint(forged, noteVerifier(log))).toThrow('No signature');
  });

  it('is refused where it is malformed', () => {
    const wrong = [
      'text only\n',
      'text\n\n',
      'text\n\nno dash\n',
      'text\n\n— name AAAA\n',
      'text\n\n— name AAAAAA\n',
      'text\n\n— na+me AAAAAAAA\n',
      'text\n\n— name AAAAAAAA',
      'te\txt\n\n— name AAAAAAAA\n',
      'te\rxt\n\n— name AAAAAAAA\n',
      `text\n\n${'— name AAAAAAAA\n'.repeat(101)}`,
    ];
    for (const note of wrong) expect(() => parseNote(note)).toThrow();
    expect(parseNote(`text\n\n${'— name AAAAAAAA\n'.repeat(16)}`).signatures).toHaveLength(16);
  });
});

describe('a checkpoint', () => {
  it('is origin, size and root, signed by the log', () => {
    expect(signed.split('\n').slice(0, 3)).toEqual([origin, '3', checkpoint.root.toString('base64')]);
    expect(openCheckpoint(signed, noteVerifier(log)).checkpoint).toEqual(checkpoint);
  });

  it('of one college is not taken for another’s, though one key signed both', () => {
    const elsewhere = signCheckpoint({ ...checkpoint, origin: 'other.example/journal' }, [noteSigner(log)]);
    expect(() => openCheckpoint(elsewhere, noteVerifier(log))).toThrow('other.example/journal');
  });

  it('passes over lines after the third, and is refused where one is malformed', () => {
    const root = checkpoint.root.toString('base64');
    expect(parseCheckpoint(`a\n3\n${root}\nmore\n`).size).toBe(3);
    const wrong = [
      `\n3\n${root}\n`,
      `a\n03\n${root}\n`,
      `a\n-3\n${root}\n`,
      `a\n${'9'.repeat(20)}\n${root}\n`,
      'a\n3\nAAAA\n',
      `a\n3\n${root}`,
      `a\n3\n${root}\n\n`,
      'a\n3\n',
    ];
    for (const text of wrong) expect(() => parseCheckpoint(text)).toThrow();
  });
});

describe('a cosignature', () => {
  const line = cosign(parseNote(signed).text, witness, at);

  it('says of a checkpoint when the witness saw it', () => {
    const note = parseNote(withSignatures(signed, [line]));
    const [good] = verifiedBy(note, [cosignatureVerifier(witness)]);
    expect(good && cosignedAt(good).toISOString()).toBe('2026-11-22T08:15:30.000Z');
  });

  it('is bound to its time and to the checkpoint', () => {
    const { signature } = parseSignature(line);
    const later = Buffer.from(signature);
    later.writeBigUInt64BE(signature.readBigUInt64BE() + 1n);
    const { verify } = cosignatureVerifier(witness);
    const { text } = parseNote(signed);
    expect(verify(text, signature)).toBe(true);
    expect(verify(text, later)).toBe(false);
    expect(verify(text.replace('\n3\n', '\n4\n'), signature)).toBe(false);
    expect(verify(text, signature.subarray(8))).toBe(false);
    expect(() => cosignedAt({ signature: signature.subarray(8) })).toThrow('no cosignature');
  });

  it('is not made with the key of a log, nor a checkpoint signed with a witness’s', () => {
    expect(() => cosign('', log, at)).toThrow('not one that cosigns');
    expect(() => cosignatureVerifier(log)).toThrow('not one that cosigns');
    expect(() => noteSigner(witness)).toThrow('not one that signs notes');
    expect(() => noteVerifier(witness)).toThrow('not one that signs notes');
  });
});

describe('a key file', () => {
  it('is different each time and reads back as the key whose public half it names', () => {
    const text = makeSigningKey('demo-college', 'note');
    expect(text).not.toBe(makeSigningKey('demo-college', 'note'));
    expect(text).toMatch(/^PRIVATE\+KEY\+demo-college\+[0-9a-f]{8}\+\S+\n$/u);
    const key = parseSigningKey(text);
    const { secret, ...half } = key;
    expect(parseVkey(vkeyOf(key))).toEqual(half);
    expect(secret.type).toBe('private');
  });

  it('is refused where anything in it is wrong, and never quoted', () => {
    const text = makeSigningKey('demo-college', 'note');
    const withMaterial = (material: string): string =>
      text.replace(/^(PRIVATE\+KEY\+demo-college\+[0-9a-f]{8}\+).*/u, `$1${material}`);
    expect(() => parseSigningKey(text.replace('demo-', 'real-'))).toThrow('is not the key’s');
    expect(() => parseSigningKey(text.slice('PRIVATE+KEY+'.length))).toThrow('PRIVATE+KEY+');
    expect(() => parseSigningKey(withMaterial('BQ=='))).toThrow('unknown algorithm');
    expect(() => parseSigningKey(withMaterial('AQ=='))).toThrow('32 bytes');
    expect(() => parseVkey(PETER.replace('c74f20a3', 'c74f20a4'))).toThrow('not the key’s');
    expect(() => makeSigningKey('two words', 'note')).toThrow('no space');
  });
});
