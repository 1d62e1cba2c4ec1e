import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

/** A data encryption key, out of its wrapping, and what the log commits to. */
export interface DataKey {
  readonly secret: KeyObject;
  /**
   * HKDF of the key, hex: it says nothing of the key and fits no other. AES-GCM alone would let two keys open
   * one ciphertext to two texts.
   */
  readonly commitment: string;
}

/** Bytes of a key. */
export const KEY_BYTES = 32;

const COMMITMENT = 'gradeledger/key-commit/v1';

/** The key made of 32 bytes. */
export const dataKey = (bytes: Uint8Array): DataKey => {
  const secret = createSecretKey(bytes);
  const commitment = hkdfSync('sha256', secret, '', COMMITMENT, KEY_BYTES);
  return { secret, commitment: Buffer.from(commitment).toString('hex') };
};

/** 32 fresh bytes for a key. */
export const newKeyBytes = (): Buffer => randomBytes(KEY_BYTES);
