import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { DataKey } from './data-key.ts';

/** Where a personal text belongs: it opens nowhere else. */
export interface TextPlace {
  /** The origin of the college's log. */
  readonly log: string;
  /** The id of the event. */
  readonly event: string;
  readonly field: string;
  /** The name of the key. */
  readonly key: string;
}

/** A ciphertext that was not made by this key, for this place. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** The first byte of a ciphertext: AES-256-GCM under a key and a nonce that HKDF gives for this one field. */
const ALGORITHM = 0x01;
const CIPHER = 'aes-256-gcm';
const KEY = 32;
const NONCE = 12;
const TAG = 16;

interface FieldKey {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
}

/** Key and nonce of one field of one event: each is used for one text only, so a nonce cannot come twice. */
const fieldKey = ({ secret }: DataKey, { event, field }: TextPlace): FieldKey => {
  const derived = hkdfSync('sha256', secret, '', `gradeledger/field/v1|${event}|${field}`, KEY + NONCE);
  return { key: new Uint8Array(derived, 0, KEY), nonce: new Uint8Array(derived, KEY, NONCE) };
};

const boundTo = ({ log, event, field, key }: TextPlace): Buffer =>
  Buffer.from(`${log}|${event}|${field}|${key}`, 'utf8');

/** Seals a text: algorithm ‖ ciphertext ‖ tag. The same text at the same place gives the same bytes. */
export const seal = (dataKey: DataKey, place: TextPlace, text: string): Buffer => {
  const { key, nonce } = fieldKey(dataKey, place);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(place));
  return Buffer.concat([
    Buffer.of(ALGORITHM),
    cipher.update(text, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
};

/** Opens a text. Throws `SealBroken` where key, place or bytes are not those it was sealed with. */
export const open = (dataKey: DataKey, place: TextPlace, ciphertext: Uint8Array): string => {
  if (ciphertext[0] !== ALGORITHM || ciphertext.length < 1 + TAG)
    throw new SealBroken('the ciphertext is of no known algorithm');
  const { key, nonce } = fieldKey(dataKey, place);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG })
    .setAAD(boundTo(place))
    .setAuthTag(ciphertext.subarray(-TAG));
  try {
    return decipher.update(ciphertext.subarray(1, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch (error) {
    throw new SealBroken('the ciphertext does not open', { cause: error });
  }
};
