import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import * as documents from '@graphql-codegen/typed-document-node';
import { buildSchema, Kind, parse, print, visit, type DocumentNode, type SelectionSetNode } from 'graphql';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

const hasTypename = ({ selections }: SelectionSetNode): boolean =>
  selections.some((node) => node.kind === Kind.FIELD && node.name.value === '__typename');

/** Caches of clients ask each object for its type; a document that did not would have another hash than what they send. */
const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet(node, _key, parent) {
      const isRoot = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      if (isRoot || hasTypename(node)) return undefined;
      return { ...node, selections: [...node.selections, TYPENAME] };
    },
  });

const HEADER = '/* Written by `npm run documents` from the .graphql files beside it. */\n';

/**
 * What stands beside the `.graphql` files of a folder: `documents.ts`, each operation with its types, and `manifest.json`,
 * the texts by their SHA-256. Throws where a document does not fit the schema.
 */
export const emitted = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  const sources = await Promise.all(
    names.map(async (name) => {
      const location = join(folder, name);
      return { location, document: withTypenames(parse(await readFile(location, 'utf8'))) };
    }),
  );
  const sdl = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
  const schema = buildSchema(sdl);
  const manifest: Record<string, string> = {};
  const listed = (document: DocumentNode) => {
    const text = print(document);
    const digest = hash('sha256', text);
    manifest[digest] = text;
    return { hash: digest };
  };
  const code = await codegen({
    filename: 'documents.ts',
    schema: parse(sdl),
    schemaAst: schema,
    documents: sources,
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations, documents },
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      immutableTypes: true,
      // Every scalar of this schema is sent as text: dates, positions, ids of commands.
      defaultScalarType: 'string',
      scalars: { ID: 'string' },
      unstable_onExecutableDocumentNode: listed,
    },
  });
  return new Map([
    ['documents.ts', HEADER + code],
    ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ]);
};
