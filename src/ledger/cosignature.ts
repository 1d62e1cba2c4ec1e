import { ed25519, signEd25519 } from './ed25519.ts';
import { LedgerFault } from './fault.ts';
import { ALGORITHMS, type PublicKey } from './key-text.ts';
import { signatureLine, type NoteSignature, type Verifier } from './note.ts';
import type { SigningKey } from './signing-key.ts';

/** Seconds since 1970 in eight bytes, then 64 of the signature. */
const TIME_BYTES = 8;
const COSIGNATURE_BYTES = TIME_BYTES + 64;

const message = (seconds: bigint, text: string): string => `cosignature/v1\ntime ${seconds}\n${text}`;

/** The witness's line under a checkpoint: that on `at` this was the largest consistent tree it had seen (C2SP cosignature/v1). */
export const cosign = (text: string, { name, keyId, algorithm, secret }: SigningKey, at: Date): string => {
  if (algorithm !== ALGORITHMS.cosignature) throw new LedgerFault(`The key ${name} is not one that cosigns.`);
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(seconds);
  const signature = Buffer.concat([time, signEd25519(message(seconds, text), secret)]);
  return signatureLine({ name, keyId, signature });
};

/** When a cosignature was made, in whole seconds. Throws `LedgerFault` for what is none. */
export const cosignedAt = ({ signature }: Pick<NoteSignature, 'signature'>): Date => {
  const seconds = signature.length === COSIGNATURE_BYTES ? signature.readBigUInt64BE() : null;
  if (seconds === null || seconds > 8_640_000_000_000n) throw new LedgerFault('That is no cosignature.');
  return new Date(Number(seconds) * 1000);
};

/** Checks the cosignatures of one witness. */
export const cosignatureVerifier = ({ name, keyId, algorithm, bytes }: PublicKey): Verifier => {
  if (algorithm !== ALGORITHMS.cosignature) throw new LedgerFault(`The key ${name} is not one that cosigns.`);
  const isSigned = ed25519(bytes);
  return {
    name,
    keyId,
    verify: (text, signature) =>
      signature.length === COSIGNATURE_BYTES &&
      isSigned(message(signature.readBigUInt64BE(), text), signature.subarray(TIME_BYTES)),
  };
};

/** Checks the signatures of one log. */
export const noteVerifier = ({ name, keyId, algorithm, bytes }: PublicKey): Verifier => {
  if (algorithm !== ALGORITHMS.note) throw new LedgerFault(`The key ${name} is not one that signs notes.`);
  return { name, keyId, verify: ed25519(bytes) };
};
