import { randomUUID } from 'node:crypto';
import type { Answer } from './api.ts';
import type { ApiClient } from './api-client.ts';

/** A mutation of the contract, and how to send it. */
export interface MutationShape {
  readonly name: string;
  readonly document: string;
}

interface TypeAnswer {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType: TypeAnswer | null;
}

interface FieldAnswer {
  readonly name: string;
  readonly type: TypeAnswer;
  readonly args: readonly { readonly name: string; readonly type: TypeAnswer }[];
}

const TYPE = 'kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }';
const CONTRACT = `{ __schema { mutationType { fields { name type { ${TYPE} } args { name type { ${TYPE} } } } } } }`;

const written = ({ kind, name, ofType }: TypeAnswer): string => {
  if (!ofType) return name ?? '';
  return kind === 'LIST' ? `[${written(ofType)}]` : `${written(ofType)}!`;
};

const innermost = (type: TypeAnswer): TypeAnswer => (type.ofType ? innermost(type.ofType) : type);

const shapeOf = ({ name, type, args }: FieldAnswer): MutationShape => {
  const variables = args.map((arg) => `$${arg.name}: ${written(arg.type)}`);
  const given = args.map((arg) => `${arg.name}: $${arg.name}`);
  const call = args.length === 0 ? name : `${name}(${given.join()})`;
  const selection = innermost(type).kind === 'OBJECT' ? '{ __typename }' : '';
  return {
    name,
    document: `mutation ${args.length === 0 ? '' : `(${variables.join()})`} { ${call} ${selection} }`,
  };
};

/** What everybody may do with their own sessions. */
const OF_ONESELF = new Set([
  'signIn',
  'signOut',
  'signOutEverywhere',
  'renewOwnSignInCode',
  'signInWithPassword',
  'stepUp',
  'setOwnPassword',
  'changeOwnPassword',
]);

/** Every mutation there is, but for coming in and going out. */
export const mutationsOf = async (client: ApiClient): Promise<readonly MutationShape[]> => {
  const data = await client.read(CONTRACT);
  const { mutationType } = data['__schema'] as { mutationType: { fields: readonly FieldAnswer[] } };
  return mutationType.fields.map(shapeOf).filter(({ name }) => !OF_ONESELF.has(name));
};

/** Sends a mutation with nothing in it: who may never call it is refused before its input is looked at. */
export const tried = (client: ApiClient, { document }: MutationShape): Promise<Answer> =>
  client.query(document, { commandId: randomUUID(), input: {}, inputs: [], accountId: '' });
