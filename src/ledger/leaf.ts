import { hash } from 'node:crypto';

/** SHA-256 of something in the tree: 32 bytes. */
export type Hash = Buffer;

/** Bytes of a hash. */
export const HASH_BYTES = 32;

/** SHA-256. Through a text of bytes, since node:crypto makes a buffer of its own in twice the time. */
export const sha256 = (bytes: Uint8Array | string): Hash =>
  Buffer.from(hash('sha256', bytes, 'latin1'), 'latin1');

const LEAF = Buffer.of(0x00);

/** The leaf hash of RFC 6962, SHA-256(0x00 ‖ body): of an event's stored bytes and of nothing derived from them. */
export const leafHash = (body: Uint8Array | string): Hash =>
  sha256(typeof body === 'string' ? `\0${body}` : Buffer.concat([LEAF, body]));
