import { hash } from 'node:crypto';
import type { TrustedDocument, TrustedDocuments } from './trusted.ts';
import { problem } from '../../../schema/errors/problem.ts';

/** What a request says of its document, over whichever transport. */
export interface Asked {
  readonly query?: unknown;
  readonly extensions?: unknown;
}

/** The text to run, and the document it stands for where that is a trusted one. */
export interface Admitted {
  readonly text: string;
  readonly trusted: TrustedDocument | null;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The hash that a request names, or `null` where it names none. Throws where it names something else. */
const hashOf = ({ extensions }: Asked): string | null => {
  const named = record(extensions)['persistedQuery'];
  if (named === undefined || named === null) return null;
  const { version, sha256Hash } = record(named);
  if (version !== 1 || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/u.test(sha256Hash))
    throw problem('HASH_MALFORMED');
  return sha256Hash;
};

/**
 * Which document a request may run: one of the manifest by its hash, or, where the server takes any, the text it sends. A
 * text is never remembered under its hash. `null`: the request says nothing of a document, which is for the parser of requests to refuse. Throws
 * `PERSISTED_QUERY_REQUIRED`, `PERSISTED_QUERY_NOT_FOUND` or `BAD_USER_INPUT`.
 */
export const admit = ({ only, byHash }: TrustedDocuments, asked: Asked): Admitted | null => {
  const { query } = asked;
  const digest = hashOf(asked);
  if (query !== undefined && query !== null && query !== '') {
    if (only) throw problem('PERSISTED_QUERY_REQUIRED');
    if (typeof query !== 'string') return null;
    if (digest !== null && hash('sha256', query) !== digest) throw problem('HASH_DIFFERS');
    return { text: query, trusted: null };
  }
  if (digest === null) return null;
  const trusted = byHash.get(digest);
  if (!trusted) throw only ? problem('PERSISTED_QUERY_NOT_FOUND') : problem('HASH_NOT_IN_MANIFEST');
  return { text: trusted.text, trusted };
};
