import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

/*
 * A file that no one reads without its key: a version byte, 32 random bytes of salt, and pieces of 64 KiB, each sealed by
 * AES-256-GCM under a key of this file alone. The nonce of a piece is its number and whether it is the last: a file
 * that was cut, or whose pieces were moved, does not open.
 */
const VERSION = 1;
const SALT = 32;
const PIECE = 65_536;
const TAG = 16;
const CIPHER = 'aes-256-gcm';

/** What was written. */
export interface Written {
  /** Bytes of the plain file. */
  readonly size: number;
  /** Their SHA-256, hex. */
  readonly sha256: string;
}

/** A file that is not of this key, or was changed. */
class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const fileKey = (secret: KeyObject, salt: Uint8Array, id: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, `gradeledger/export/v1|${id}`, 32));

const nonceOf = (piece: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(piece, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** The same bytes in pieces of one length, and whether each is the last: there is always one, if an empty one. */
async function* pieces(source: AsyncIterable<string>): AsyncIterable<readonly [Buffer, boolean]> {
  let rest = Buffer.alloc(0);
  for await (const text of source) {
    rest = Buffer.concat([rest, Buffer.from(text, 'utf8')]);
    for (; rest.length > PIECE; rest = rest.subarray(PIECE)) yield [rest.subarray(0, PIECE), false];
  }
  yield [rest, true];
}

/** Writes a sealed file that was not there, and waits until the disk has it. */
export const writeSealed = async (
  path: string,
  secret: KeyObject,
  id: string,
  source: AsyncIterable<string>,
): Promise<Written> => {
  const salt = randomBytes(SALT);
  const key = fileKey(secret, salt, id);
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    await file.write(Buffer.concat([Buffer.from([VERSION]), salt]));
    let [size, number] = [0, 0];
    for await (const [piece, isLast] of pieces(source)) {
      const cipher = createCipheriv(CIPHER, key, nonceOf(number, isLast));
      await file.write(Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]));
      hash.update(piece);
      size += piece.length;
      number += 1;
    }
    await file.sync();
    return { size, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
};

const readExactly = async (file: FileHandle, length: number, at: number): Promise<Buffer> => {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
};

const opened = (key: Buffer, sealed: Buffer, nonce: Buffer): Buffer => {
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAuthTag(
      sealed.subarray(-TAG),
    );
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
  } catch (cause) {
    throw new SealBroken('the file is not of this key, or was changed', { cause });
  }
};

/** The plain pieces of a sealed file; each is checked before it is given. Throws `SealBroken`. */
export async function* readSealed(path: string, secret: KeyObject, id: string): AsyncIterable<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await readExactly(file, 1 + SALT, 0);
    if (head[0] !== VERSION || head.length !== 1 + SALT)
      throw new SealBroken('the file is no export of ours');
    const key = fileKey(secret, head.subarray(1), id);
    for (let at = 1 + SALT, number = 0; number === 0 || at < size; number += 1) {
      const sealed = await readExactly(file, PIECE + TAG, at);
      if (sealed.length < TAG) throw new SealBroken('the file was cut');
      at += sealed.length;
      yield opened(key, sealed, nonceOf(number, at >= size));
    }
  } finally {
    await file.close();
  }
}
