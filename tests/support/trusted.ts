import { hash } from 'node:crypto';
import { parse, type OperationDefinitionNode } from 'graphql';
import type { TrustedDocuments } from '../../src/server/documents/trusted.ts';

/** Trusts some texts of a test's own schema, as a manifest would. */
export const trusting = (texts: readonly string[], only: boolean): TrustedDocuments => ({
  only,
  byHash: new Map(
    texts.map((text) => {
      const document = parse(text);
      const operation = document.definitions[0] as OperationDefinitionNode;
      const digest = hash('sha256', text);
      return [digest, { hash: digest, text, document, operation }];
    }),
  ),
});
