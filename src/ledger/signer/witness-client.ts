import { hash } from 'node:crypto';
import { openCheckpoint } from '../checkpoint.ts';
import { proveConsistency } from '../consistency.ts';
import { cosignatureVerifier, cosignedAt, noteVerifier } from '../cosignature.ts';
import { LedgerFault } from '../fault.ts';
import type { PublicKey } from '../key-text.ts';
import { parseNote, parseSignature } from '../note.ts';
import { tileHashes, type TileReader } from '../tile-reader.ts';
import type { Seen } from './college-facts.ts';

/** A witness that the signer asks: where it listens, and the key that it cosigns with. */
export interface WitnessAddress {
  readonly url: string;
  readonly key: PublicKey;
}

/** A signed checkpoint that a witness may see, and what proves that it continues an older one. */
export interface Submission {
  readonly origin: string;
  readonly size: number;
  readonly note: string;
  readonly tiles: TileReader;
}

/** What a witness answered. */
export type WitnessAnswer =
  | { readonly status: 'cosigned'; readonly line: string; readonly at: Date }
  /** It has cosigned another size, or another tree. */
  | { readonly status: 'conflict'; readonly size: number | null }
  | { readonly status: 'refused'; readonly code: string; readonly sentence: string };

/** More than any answer of a witness needs. */
const MOST_BYTES = 16_384;

const refused = (code: string, sentence: string): WitnessAnswer => ({ status: 'refused', code, sentence });

const bounded = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new LedgerFault('The witness answered more than a witness has to say.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const ask = async (
  url: string,
  signal: AbortSignal,
  body?: string,
): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && { body }),
    redirect: 'error',
    signal,
  });
  return { status: response.status, text: await bounded(response) };
};

/** The first line by the witness's own key; it has to be good. Lines by other keys are passed over. */
const ownLine = (answer: string, note: string, key: PublicKey): WitnessAnswer => {
  const verifier = cosignatureVerifier(key);
  const lines = answer.split('\n').filter((line) => line !== '');
  const line = lines.find((one) => {
    const { name, keyId } = parseSignature(one);
    return name === verifier.name && keyId === verifier.keyId;
  });
  if (line === undefined)
    return refused('WITNESS_OTHER_KEY', `The witness ${key.name} answered without its own signature.`);
  const parsed = parseSignature(line);
  if (!verifier.verify(parseNote(note).text, parsed.signature))
    return refused('WITNESS_BAD_SIGNATURE', `The cosignature of the witness ${key.name} is not good.`);
  return { status: 'cosigned', line, at: cosignedAt(parsed) };
};

const judged = (
  { status, text }: { readonly status: number; readonly text: string },
  note: string,
  key: PublicKey,
): WitnessAnswer => {
  if (status === 200) return ownLine(text, note, key);
  if (status === 409 || status === 422)
    return { status: 'conflict', size: /^(0|[1-9]\d{0,14})\n$/u.test(text) ? Number(text) : null };
  return refused('WITNESS_REFUSED', `The witness ${key.name} answered with ${status}.`);
};

/** Submits a checkpoint to a witness (C2SP tlog-witness) as one that continues the tree of size `old`. Never throws. */
export const submit = async (
  { url, key }: WitnessAddress,
  { size, note, tiles }: Submission,
  old: number,
  signal: AbortSignal,
): Promise<WitnessAnswer> => {
  const proof = await proveConsistency(tileHashes(tiles, size), old, size);
  const body = [`old ${old}`, ...proof.map((one) => one.toString('base64')), '', note].join('\n');
  try {
    return judged(await ask(`${url}/add-checkpoint`, signal, body), note, key);
  } catch (error) {
    return error instanceof LedgerFault
      ? refused('WITNESS_MALFORMED', `The witness ${key.name} cannot be understood: ${error.message}`)
      : refused('WITNESS_AWAY', `The witness ${key.name} does not answer.`);
  }
};

/**
 * The checkpoint that a witness keeps of a log, where one of the log's own keys signed it: what the witness says without
 * such a signature proves nothing. `null` when it has none, or does not answer.
 */
export const lastSeen = async (
  url: string,
  origin: string,
  logKeys: readonly PublicKey[],
  signal: AbortSignal,
): Promise<Seen | null> => {
  const answer = await ask(`${url}/${hash('sha256', origin)}/checkpoint`, signal).catch(() => null);
  if (answer?.status !== 200) return null;
  for (const key of logKeys)
    try {
      const { size, root } = openCheckpoint(answer.text, noteVerifier(key)).checkpoint;
      return { size, root };
    } catch (error) {
      if (!(error instanceof LedgerFault)) throw error;
    }
  return null;
};
