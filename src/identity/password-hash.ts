import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

/** What a hash costs; it stands beside the hash, so that it can be raised for new ones. */
export interface HashCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
export const HASH_COST: HashCost = { memory: 19_456, passes: 2, lanes: 1 };

const TAG_BYTES = 32;
const SALT_BYTES = 16;
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u;

/** Works the tag out in a thread of libuv, beside the requests. */
const derive = promisify(
  (parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void): void => {
    argon2('argon2id', parameters, done);
  },
);

/** One password is one text, however a keyboard composed it (RFC 8265: OpaqueString). */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFC'), 'utf8');

const tagOf = (password: string, salt: Buffer, { memory, passes, lanes }: HashCost): Promise<Buffer> =>
  derive({
    message: bytesOf(password),
    nonce: salt,
    memory,
    passes,
    parallelism: lanes,
    tagLength: TAG_BYTES,
  });

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** Hashes a password with argon2id, in the PHC string format: parameters, salt and tag in one text. */
export const hashPassword = async (password: string, cost: HashCost = HASH_COST): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, cost);
  const { memory, passes, lanes } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${base64(salt)}$${base64(tag)}`;
};

/** The cost that a stored hash was made with. Throws for a text that is no such hash. */
export const costOf = (stored: string): HashCost => {
  const [, memory, passes, lanes] = FORM.exec(stored) ?? [];
  if (memory === undefined) throw new Error('A stored password hash cannot be read.');
  return { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
};

/** Whether a password is the one behind a stored hash, at the hash's own cost. */
export const isPassword = async (password: string, stored: string): Promise<boolean> => {
  const [, , , , salt = '', expected = ''] = FORM.exec(stored) ?? [];
  const tag = await tagOf(password, Buffer.from(salt, 'base64'), costOf(stored));
  const kept = Buffer.from(expected, 'base64');
  return kept.length === tag.length && timingSafeEqual(tag, kept);
};

/** Whether a stored hash was made at another cost than today's: then it is made anew when its password is known. */
export const isStale = (stored: string, today: HashCost = HASH_COST): boolean => {
  const { memory, passes, lanes } = costOf(stored);
  return memory !== today.memory || passes !== today.passes || lanes !== today.lanes;
};
