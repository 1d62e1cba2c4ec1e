import { hash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../error-code.ts';
import type { TrustedDocument, TrustedDocuments } from './trusted.ts';

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

const refusal = (code: ErrorCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const required = (): GraphQLError =>
  refusal(
    'PERSISTED_QUERY_REQUIRED',
    'This server takes no documents but those of its manifest: send `extensions.persistedQuery` with the SHA-256 of one, and no `query`.',
  );

/** The hash that a request names, or `null` where it names none. Throws where it names something else. */
const hashOf = ({ extensions }: Asked): string | null => {
  const named = record(extensions)['persistedQuery'];
  if (named === undefined || named === null) return null;
  const { version, sha256Hash } = record(named);
  if (version !== 1 || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/u.test(sha256Hash))
    throw refusal(
      'BAD_USER_INPUT',
      '`extensions.persistedQuery` is {"version": 1, "sha256Hash": "<64 hexadecimal digits>"}.',
    );
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
    if (only) throw required();
    if (typeof query !== 'string') return null;
    if (digest !== null && hash('sha256', query) !== digest)
      throw refusal('BAD_USER_INPUT', 'The SHA-256 is not that of the `query` beside it.');
    return { text: query, trusted: null };
  }
  if (digest === null) return null;
  const trusted = byHash.get(digest);
  if (!trusted)
    throw refusal(
      'PERSISTED_QUERY_NOT_FOUND',
      only
        ? 'No document of this hash is in the manifest: build the manifest from the documents of your front end, and give it to the server.'
        : 'No document of this hash is in the manifest: send its text as `query`.',
    );
  return { text: trusted.text, trusted };
};
