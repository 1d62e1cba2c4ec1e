import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { LedgerFault } from './fault.ts';

/** What precedes the 32 bytes of an Ed25519 key in DER: as a public key, and as the seed of a private one. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const demandKey = (bytes: Uint8Array): void => {
  if (bytes.length !== 32) throw new LedgerFault('An Ed25519 key has 32 bytes.');
};

/** A private key from its seed of 32 bytes. */
export const privateKeyOf = (seed: Uint8Array): KeyObject => {
  demandKey(seed);
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
};

/** The 32 bytes of the public key that belongs to a private one. */
export const publicBytesOf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

/** Makes Ed25519 signatures. */
export const signEd25519 = (message: string, key: KeyObject): Buffer =>
  sign(null, Buffer.from(message, 'utf8'), key);

/** Checks Ed25519 signatures by the key of these 32 bytes. */
export const ed25519 = (publicKey: Uint8Array): ((message: string, signature: Uint8Array) => boolean) => {
  demandKey(publicKey);
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return (message, signature) => verify(null, Buffer.from(message, 'utf8'), key, signature);
};
