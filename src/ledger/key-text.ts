import { hash } from 'node:crypto';
import { fromBase64 } from './base64.ts';
import { LedgerFault } from './fault.ts';

/** The kinds of signature that are made here, by the byte that names them in C2SP signed-note. */
export const ALGORITHMS = { note: 0x01, cosignature: 0x04 } as const;

/** A public key as the C2SP formats name it. */
export interface PublicKey {
  /** Of a log, its origin. */
  readonly name: string;
  /** Eight hexadecimal digits; with the name they tell a key apart, they prove nothing. */
  readonly keyId: string;
  /** 0x01 signs notes, 0x04 cosigns checkpoints; others may follow. */
  readonly algorithm: number;
  readonly bytes: Buffer;
}

/** Eight hexadecimal digits: the first four bytes of SHA-256(name ‖ line break ‖ algorithm ‖ key). */
export const keyIdOf = (name: string, algorithm: number, bytes: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(algorithm), bytes])).slice(0, 8);

/** Whether a key may be named so: not empty, no space, no plus. */
export const isKeyName = (name: string): boolean => /^[^\s+\p{Cc}]+$/u.test(name);

const TEXT = /^(?<name>[^\s+]+)\+(?<keyId>[0-9a-f]{8})\+(?<material>[A-Za-z0-9+/]+=*)$/u;

/** The parts of a key's text, whose material begins with the algorithm. Throws `LedgerFault`. */
export const partsOf = (text: string): { name: string; keyId: string; algorithm: number; bytes: Buffer } => {
  const { name, keyId, material } = TEXT.exec(text.trim())?.groups ?? {};
  if (name === undefined || keyId === undefined || material === undefined || !isKeyName(name))
    throw new LedgerFault('A key is written name+id+material.');
  const bytes = fromBase64(material);
  return { name, keyId, algorithm: bytes[0] ?? 0, bytes: bytes.subarray(1) };
};

/** The text of a public key, `name+id+Base64` (C2SP vkey). */
export const vkeyOf = ({ name, keyId, algorithm, bytes }: PublicKey): string =>
  `${name}+${keyId}+${Buffer.concat([Buffer.of(algorithm), bytes]).toString('base64')}`;

/** Reads the text of a public key of any algorithm. Throws `LedgerFault`, also where the id is not the key's. */
export const parseVkey = (text: string): PublicKey => {
  const key = partsOf(text);
  if (keyIdOf(key.name, key.algorithm, key.bytes) !== key.keyId)
    throw new LedgerFault(`The id of the key ${key.name} is not the key’s.`);
  return key;
};
