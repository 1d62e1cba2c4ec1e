import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** What a client of subscriptions sends: the hash of a document in place of its text. */
interface Sent {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
  readonly extensions: Record<string, unknown>;
}

/** A client of graphql-ws or of graphql-sse. */
interface Subscribes {
  iterate(
    sent: Sent,
  ): AsyncIterableIterator<{ readonly data?: unknown; readonly errors?: readonly unknown[] | undefined }>;
}

/** The hash that stands in a typed document. */
export const hashIn = (document: object): string =>
  (document as { readonly __meta__: { readonly hash: string } }).__meta__.hash;

/**
 * Follows a typed document by its hash. `variables` is sent as it stands whenever the client connects: whoever moves
 * its `after` on is told, after a broken connection, of what happened since.
 */
export const followed = async function* <Data, Variables extends Record<string, unknown>>(
  client: Subscribes,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): AsyncGenerator<Data, void> {
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashIn(document) } };
  for await (const { data, errors } of client.iterate({ query: '', variables, extensions })) {
    if (errors || !data) throw new Error(JSON.stringify(errors));
    // What a document answers is told by its type.
    yield data as Data;
  }
};

/** The next of what is followed; fails where there is none any more. */
export const nextOf = async <Data>(follow: AsyncGenerator<Data, void>): Promise<Data> => {
  const { value } = await follow.next();
  if (!value) throw new Error('It has ended.');
  return value;
};
