import { hash } from 'node:crypto';

/** SHA-256 of something in the tree: 32 bytes. */
export type Hash = Buffer;

/** Bytes of a hash. */
export const HASH_BYTES = 32;

const LEAF = Buffer.of(0x00);

/** The leaf hash of RFC 6962, SHA-256(0x00 ‖ body): of an event's stored bytes and of nothing derived from them. */
export const leafHash = (body: Uint8Array | string): Hash =>
  hash(
    'sha256',
    Buffer.concat([LEAF, typeof body === 'string' ? Buffer.from(body, 'utf8') : body]),
    'buffer',
  );
