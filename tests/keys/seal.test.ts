import { createCipheriv, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { dataKey, newKeyBytes } from '../../src/keys/data-key.ts';
import { keyIdOf, keyName } from '../../src/keys/key-name.ts';
import { open, seal, SealBroken, type TextPlace } from '../../src/keys/seal.ts';
import { kek, unwrap, wrap, WrappingBroken } from '../../src/keys/wrap.ts';

const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const key = dataKey(bytes);
const place: TextPlace = {
  log: 'college.example/journal',
  event: '01934000-0000-7000-8000-5374756465',
  field: 'familyName',
  key: '01934000-0000-7000-8000-73747564656e/identity/1',
};

describe('a sealed text', () => {
  it('is what the format says: algorithm 1, AES-256-GCM, key and nonce of this one field', () => {
    const info = `gradeledger/field/v1|${place.event}|familyName`;
    const derived = Buffer.from(hkdfSync('sha256', bytes, '', info, 44));
    const cipher = createCipheriv('aes-256-gcm', derived.subarray(0, 32), derived.subarray(32));
    cipher.setAAD(Buffer.from(`college.example/journal|${place.event}|familyName|${place.key}`));
    const plain = Buffer.concat([cipher.update('Иванова'), cipher.final()]);
    const expected = Buffer.concat([Buffer.of(1), plain, cipher.getAuthTag()]);
    expect(seal(key, place, 'Иванова')).toEqual(expected);
  });

  it('opens to any text that was sealed, and is 17 bytes longer', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (text, raw) => {
          const ciphertext = seal(dataKey(raw), place, text);
          expect(ciphertext).toHaveLength(Buffer.byteLength(text) + 17);
          expect(open(dataKey(raw), place, ciphertext)).toBe(text);
        },
      ),
    );
  });

  it('opens at no other place: another log, event, field or key name', () => {
    const ciphertext = seal(key, place, 'Иванова');
    for (const part of ['log', 'event', 'field', 'key'] as const)
      expect(() => open(key, { ...place, [part]: `${place[part]}x` }, ciphertext)).toThrow(SealBroken);
  });

  it('opens with no other key, and with no byte changed, cut off or added', () => {
    const ciphertext = seal(key, place, 'Иванова');
    expect(() => open(dataKey(newKeyBytes()), place, ciphertext)).toThrow(SealBroken);
    fc.assert(
      fc.property(fc.nat(ciphertext.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(ciphertext);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(() => open(key, place, changed)).toThrow(SealBroken);
        expect(() => open(key, place, ciphertext.subarray(0, at))).toThrow(SealBroken);
      }),
    );
    expect(() => open(key, place, Buffer.concat([ciphertext, Buffer.of(0)]))).toThrow(SealBroken);
  });
});

describe('the commitment to a key', () => {
  it('is HKDF of the key, and no other key has it', () => {
    expect(key.commitment).toBe(
      Buffer.from(hkdfSync('sha256', bytes, '', 'gradeledger/key-commit/v1', 32)).toString('hex'),
    );
    expect(dataKey(newKeyBytes()).commitment).not.toBe(key.commitment);
  });
});

describe('a wrapped key', () => {
  const [college, other] = ['3f5c1e1a-0000-4000-8000-000000000001', '3f5c1e1a-0000-4000-8000-000000000002'];
  const wrapping = kek('kek-1', newKeyBytes());

  it('is 60 bytes, never the same twice, and unwraps to the key', () => {
    const [one, two] = [wrap(wrapping, college, place.key, bytes), wrap(wrapping, college, place.key, bytes)];
    expect(one).toHaveLength(60);
    expect(one.equals(two)).toBe(false);
    expect(unwrap(wrapping, college, place.key, one)).toEqual(bytes);
  });

  it('unwraps for no other college, subject, purpose or generation, and under no other key', () => {
    const wrapped = wrap(wrapping, college, place.key, bytes);
    const id = keyIdOf(place.key) ?? { subject: '', purpose: 'identity' as const, generation: 1 };
    for (const name of [
      keyName({ ...id, subject: 'someone' }),
      keyName({ ...id, purpose: 'contact' }),
      keyName({ ...id, generation: 2 }),
    ])
      expect(() => unwrap(wrapping, college, name, wrapped)).toThrow(WrappingBroken);
    expect(() => unwrap(wrapping, other, place.key, wrapped)).toThrow(WrappingBroken);
    expect(() => unwrap(kek('kek-2', newKeyBytes()), college, place.key, wrapped)).toThrow(
      'not wrapped under kek-2',
    );
    expect(() => unwrap(wrapping, college, place.key, wrapped.subarray(1))).toThrow(WrappingBroken);
  });
});
