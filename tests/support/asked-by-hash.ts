import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ApiClient } from './api-client.ts';
import { hashIn } from './followed.ts';

/** Asks a server by the hash of a typed document, as the smallest client does: what it answers has the document's type. */
export const askedByHash = async <Data, Variables>(
  origin: string,
  { token }: Pick<ApiClient, 'token'>,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashIn(document) } };
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? ''}` },
    body: JSON.stringify({ extensions, variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data?: Data; readonly errors?: unknown };
  if (errors !== undefined || !data) throw new Error(JSON.stringify(errors));
  return data;
};
