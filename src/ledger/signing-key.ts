import { randomBytes, type KeyObject } from 'node:crypto';
import { privateKeyOf, publicBytesOf, signEd25519 } from './ed25519.ts';
import { LedgerFault } from './fault.ts';
import { ALGORITHMS, isKeyName, keyIdOf, partsOf, type PublicKey } from './key-text.ts';
import type { NoteSigner } from './note.ts';

/** An Ed25519 key that signs: of a log, or of a witness. */
export interface SigningKey extends PublicKey {
  readonly secret: KeyObject;
}

const PREFIX = 'PRIVATE+KEY+';

const keyOf = (name: string, algorithm: number, seed: Uint8Array): SigningKey => {
  const secret = privateKeyOf(seed);
  const bytes = publicBytesOf(secret);
  return { name, keyId: keyIdOf(name, algorithm, bytes), algorithm, bytes, secret };
};

/**
 * Makes a key of a log (`note`) or of a witness (`cosignature`), as the text of a key file:
 * `PRIVATE+KEY+name+id+Base64(algorithm ‖ seed)`, the form of the Go checksum database.
 */
export const makeSigningKey = (name: string, use: keyof typeof ALGORITHMS): string => {
  if (!isKeyName(name)) throw new LedgerFault('A key’s name has no space and no plus.');
  const seed = randomBytes(32);
  const { keyId, algorithm } = keyOf(name, ALGORITHMS[use], seed);
  const material = Buffer.concat([Buffer.of(algorithm), seed]).toString('base64');
  return `${PREFIX}${name}+${keyId}+${material}\n`;
};

/** Reads a key file. Throws `LedgerFault`, which never quotes the file. */
export const parseSigningKey = (text: string): SigningKey => {
  if (!text.startsWith(PREFIX)) throw new LedgerFault('The key file does not begin with PRIVATE+KEY+.');
  const { name, keyId, algorithm, bytes } = partsOf(text.slice(PREFIX.length));
  if (algorithm !== ALGORITHMS.note && algorithm !== ALGORITHMS.cosignature)
    throw new LedgerFault('The key file is of an unknown algorithm.');
  const key = keyOf(name, algorithm, bytes);
  if (key.keyId !== keyId) throw new LedgerFault('The id in the key file is not the key’s.');
  return key;
};

/** Signs notes as a log does. A witness's key is refused: it signs another message. */
export const noteSigner = ({ name, keyId, algorithm, secret }: SigningKey): NoteSigner => {
  if (algorithm !== ALGORITHMS.note) throw new LedgerFault(`The key ${name} is not one that signs notes.`);
  return { name, keyId, sign: (text) => signEd25519(text, secret) };
};
