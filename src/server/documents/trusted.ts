import { fileURLToPath } from 'node:url';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { StartFault } from '../../start-fault.ts';
import { limits, MAX_TOKENS } from '../limits/limits.ts';
import { manifestsIn, readManifest } from './manifest.ts';

/** A document that was looked at before the server started. */
export interface TrustedDocument {
  readonly hash: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The documents that may be asked for by the hash of their text. */
export interface TrustedDocuments {
  /** Whether nothing else is taken. */
  readonly only: boolean;
  readonly byHash: ReadonlyMap<string, TrustedDocument>;
}

/** Which documents are trusted, beside the project's own. */
export interface TrustedOptions {
  readonly only: boolean;
  /** A folder of manifests that a front end brings; `null`: none. */
  readonly folder: string | null;
}

const OWN = fileURLToPath(new URL('../../../schema/documents/manifest.json', import.meta.url));

const looked = (schema: GraphQLSchema, digest: string, text: string): TrustedDocument => {
  const document = parse(text, { maxTokens: MAX_TOKENS });
  const [error] = validate(schema, document, [...specifiedRules, ...limits]);
  if (error) throw error;
  const operation = getOperationAST(document);
  if (!operation) throw new GraphQLError('It must hold one operation, and no more.');
  return { hash: digest, text, document, operation };
};

/**
 * Reads the manifests, and holds each document to the schema and to the limits of any other. Throws `StartFault` with a
 * sentence for each that does not fit: a front end of another version is found out before anybody meets it.
 */
export const trustedDocuments = async (
  schema: GraphQLSchema,
  { only, folder }: TrustedOptions,
): Promise<TrustedDocuments> => {
  const byHash = new Map<string, TrustedDocument>();
  const faults: string[] = [];
  for (const file of [OWN, ...(folder === null ? [] : await manifestsIn(folder))])
    for (const [digest, text] of Object.entries(await readManifest(file)))
      try {
        byHash.set(digest, looked(schema, digest, text));
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        faults.push(`The document ${digest} of ${file} does not fit this server: ${error.message}`);
      }
  if (faults.length > 0) throw new StartFault(faults.join('\n'));
  return { only, byHash };
};
