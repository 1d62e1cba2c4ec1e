import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import * as documents from '@graphql-codegen/typed-document-node';
import {
  buildSchema,
  Kind,
  parse,
  print,
  valueFromASTUntyped,
  visit,
  type ASTNode,
  type DocumentNode,
  type SelectionSetNode,
} from 'graphql';

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

/** A document as GraphiQL offers it: with what its source says of it, and without what only caches need. */
interface Example {
  /** The file it stands in: whose screen it is for. */
  readonly group: string;
  readonly name: string;
  readonly text: string;
  /** Its variables, to be filled in, as JSON. */
  readonly variables: string;
}

const spreadIn = (node: ASTNode): readonly string[] => {
  const names: string[] = [];
  visit(node, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
};

const examplesOf = (
  sources: readonly { readonly location: string; readonly text: string }[],
): readonly Example[] => {
  const fragments = new Map(
    sources
      .flatMap(({ text }) => parse(text).definitions)
      .flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  const needed = (node: ASTNode): readonly ASTNode[] =>
    spreadIn(node).flatMap((name) => {
      const fragment = fragments.get(name);
      return fragment ? [fragment, ...needed(fragment)] : [];
    });
  return sources.flatMap(({ location, text }) =>
    parse(text).definitions.flatMap((node) => {
      if (node.kind !== Kind.OPERATION_DEFINITION || !node.name) return [];
      const name = node.name.value;
      const comment = new RegExp(`((?:^#.*\\n)*)^\\w+ ${name}\\b`, 'mu').exec(text)?.[1] ?? '';
      const asked = Object.fromEntries(
        (node.variableDefinitions ?? [])
          .filter(({ type }) => type.kind === Kind.NON_NULL_TYPE)
          .map(({ variable, type, defaultValue }) => [
            variable.name.value,
            defaultValue ? valueFromASTUntyped(defaultValue) : /Filter|Input/u.test(print(type)) ? {} : '',
          ]),
      );
      const parts = [...new Set([node, ...needed(node)])].map((part) => print(part));
      return {
        group: basename(location, '.graphql'),
        name,
        text: `${comment}${parts.join('\n\n')}\n`,
        variables: JSON.stringify(asked, null, 2),
      };
    }),
  );
};

const HEADER = '/* Written by `npm run documents` from the .graphql files beside it. */\n';

/**
 * What stands beside the `.graphql` files of a folder: `documents.ts`, each operation with its types, `manifest.json`,
 * the texts by their SHA-256, and `examples.json`, what GraphiQL offers. Throws where a document does not fit the schema.
 */
export const emitted = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  const sources = await Promise.all(
    names.map(async (name) => {
      const location = join(folder, name);
      const text = await readFile(location, 'utf8');
      return { location, text, document: withTypenames(parse(text)) };
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
    ['examples.json', `${JSON.stringify(examplesOf(sources), null, 2)}\n`],
    ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ]);
};
