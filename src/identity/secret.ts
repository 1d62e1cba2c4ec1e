import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A fresh secret of 256 bits (ASVS 5.0 7.2.3 asks for 128), after a prefix that secret scanners can look for. */
export const newSecret = (prefix: string): string => prefix + randomBytes(BYTES).toString('base64url');

/** Whether a text can be such a secret at all; one that can not is refused without asking the database. */
export const isSecret = (prefix: string, text: string): boolean =>
  text.startsWith(prefix) && /^[\w-]{43}$/u.test(text.slice(prefix.length));

/** What is kept of a secret. A slow hash would add nothing: there are no 256-bit secrets to guess. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
