import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { KEY_BYTES } from './data-key.ts';
import { keyIdOf } from './key-name.ts';

/** A key encryption key: data encryption keys lie wrapped under it. */
export interface Kek {
  /** Its name; those of a first start on a laptop begin with `demo-`. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** The key encryption key made of 32 bytes. */
export const kek = (id: string, bytes: Uint8Array): Kek => ({ id, secret: createSecretKey(bytes) });

/** A wrapped key that is not of this key encryption key, or of another name. */
export class WrappingBroken extends Error {
  override readonly name = 'WrappingBroken';
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** What a wrapping belongs to: college, subject, purpose, generation. */
const boundTo = (college: string, name: string): Buffer => {
  const id = keyIdOf(name);
  if (!id) throw new WrappingBroken(`${name} is the name of no key`);
  return Buffer.from(`${college}|${id.subject}|${id.purpose}|${String(id.generation)}`, 'utf8');
};

/** Wraps a data encryption key for its place: nonce ‖ ciphertext ‖ tag, 60 bytes. */
export const wrap = ({ secret }: Kek, college: string, name: string, bytes: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(boundTo(college, name));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
};

/** The bytes of a wrapped key. Throws `WrappingBroken`. */
export const unwrap = ({ id, secret }: Kek, college: string, name: string, wrapped: Uint8Array): Buffer => {
  if (wrapped.length !== NONCE + KEY_BYTES + TAG)
    throw new WrappingBroken(`the key ${name} is not wrapped as keys are`);
  const decipher = createDecipheriv(CIPHER, secret, wrapped.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(boundTo(college, name))
    .setAuthTag(wrapped.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(NONCE, -TAG)), decipher.final()]);
  } catch (error) {
    throw new WrappingBroken(`the key ${name} is not wrapped under ${id}`, { cause: error });
  }
};
