import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  getNamedType,
  getNullableType,
  GraphQLObjectType,
  GraphQLScalarType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** What every leaf of a stubbed schema answers with, where its type lets it. */
export const STUB = 'STUB';

const leaf = (name: string): unknown => ({ Int: 1, Float: 1, Boolean: true })[name] ?? STUB;

const valueOf = (schema: GraphQLSchema, type: GraphQLOutputType, wanted: ReadonlySet<string>): unknown => {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueOf(schema, nullable.ofType, wanted)];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.value;
  if (isObjectType(named)) return { __typename: named.name };
  if (!isAbstractType(named)) return leaf(named.name);
  const possible = schema.getPossibleTypes(named).map(({ name }) => name);
  return { __typename: possible.find((name) => wanted.has(name)) ?? possible[0] };
};

/** Every subscription of a stubbed schema tells of one thing. */
async function* once(): AsyncGenerator<object, void> {
  yield await Promise.resolve({});
}

/** Which object types an answer of an interface or union should be; read from the context of a request. */
export interface Wanted {
  readonly wanted: ReadonlySet<string>;
}

/**
 * The same types, fields and policies with nothing behind them: no arguments, and every resolver answers a
 * value of its type. So access can be tried on every field of a schema without a college behind it.
 */
export const stubbed = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config) => ({
      ...config,
      args: {},
      ...(config.subscribe && { subscribe: once }),
      resolve: (_source: unknown, _args: unknown, { wanted }: Wanted) => valueOf(schema, config.type, wanted),
    }),
    [MapperKind.INTERFACE_FIELD]: (config) => ({ ...config, args: {} }),
    [MapperKind.OBJECT_TYPE]: (type) => {
      const { isTypeOf: _, ...config } = type.toConfig();
      return new GraphQLObjectType(config);
    },
    [MapperKind.SCALAR_TYPE]: (type) =>
      isSpecifiedScalarType(type)
        ? undefined
        : new GraphQLScalarType({ ...type.toConfig(), serialize: (value) => value }),
  });
