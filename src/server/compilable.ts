import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  GraphQLNonNull,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  Kind,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
  type DocumentNode,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { TEXT_AS_IT_IS } from '../../schema/scalars.ts';

type Serialize = (value: unknown) => unknown;

const isInt = (value: unknown): boolean => typeof value === 'number' && (value | 0) === value;
const isText = (value: unknown): boolean => typeof value === 'string';

/** Values that are already what the type would make of them. */
const alreadyIs: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  ID: isText,
  Int: isInt,
  String: isText,
};

const isTextAsItIs = (type: GraphQLOutputType): boolean =>
  isScalarType(type) && type.extensions[TEXT_AS_IT_IS] === true;

/** Tells values that need no change; `undefined` for a type that changes them all. */
const passingIn = (type: GraphQLLeafType): ((value: unknown) => boolean) | undefined =>
  isTextAsItIs(type) ? isText : alreadyIs[type.name];

/** Serialises a value of a leaf type; one that needs no change passes without a call into the type. */
const serializerOf = (type: GraphQLLeafType): Serialize => {
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }) => [value as unknown, name]));
    return (value) => names.get(value) ?? type.serialize(value);
  }
  const passes = passingIn(type);
  return passes
    ? (value) => (passes(value) ? value : type.serialize(value))
    : (value) => type.serialize(value);
};

/** Serialises a list of a leaf type. A frozen one is read once: what it holds can not change. */
const listSerializer = (type: GraphQLLeafType, nullable: boolean): Serialize => {
  const one = serializerOf(type);
  const passes = passingIn(type);
  const unchanged = passes && ((item: unknown) => passes(item) || (nullable && item === null));
  const serialized = (value: unknown): unknown => {
    if (unchanged && Array.isArray(value) && value.every(unchanged)) return value as unknown;
    if (typeof value === 'string') throw new TypeError(`A list of ${type.name} was expected.`);
    const items: unknown[] = [];
    for (const item of value as Iterable<unknown>) {
      if (item !== null && item !== undefined) items.push(one(item));
      else if (nullable) items.push(null);
      else throw new TypeError(`A list of ${type.name} has a hole.`);
    }
    return items;
  };
  const known = new WeakMap<object, unknown>();
  return (value) => {
    if (!Object.isFrozen(value) || !Array.isArray(value)) return serialized(value);
    const found = known.get(value);
    if (found !== undefined) return found;
    // JSON.stringify is slower over a frozen list than over a copy of it.
    const items = [...(serialized(value) as readonly unknown[])];
    known.set(value, items);
    return items;
  };
};

/** The type of every variable in compiled code: a value that graphql-js has coerced already. */
const Coerced = new GraphQLScalarType({ name: 'Coerced' });

/**
 * A document whose operations take coerced variables. The compiler's own coercion knows no default of a field
 * that is not null, and refuses in other words than graphql-js.
 */
export const takingCoerced = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? {
          ...definition,
          variableDefinitions: (definition.variableDefinitions ?? []).map(({ kind, variable }) => ({
            kind,
            variable,
            type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: Coerced.name } },
          })),
        }
      : definition,
  ),
});

/**
 * The same schema for the compiler; clients and validation keep the schema as it is. Three things are taken
 * otherwise, the first two because compiled code calls several functions for each value that it serialises:
 * a list of plain values is one value, so a faulty item fails its list and not the item alone;
 * an enum is a scalar, so that `BUILT_IN_AS_IT_IS` leaves it its translation; and variables come coerced.
 */
export const compilable = (schema: GraphQLSchema): GraphQLSchema => {
  const made = new Map<string, GraphQLScalarType>();
  const scalar = (name: string, serialize: Serialize): GraphQLScalarType => {
    const type = made.get(name) ?? new GraphQLScalarType({ name, serialize });
    made.set(name, type);
    return type;
  };
  const taken = (type: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(type)) {
      const inner = taken(type.ofType as GraphQLOutputType);
      return inner === type.ofType ? type : new GraphQLNonNull(inner as GraphQLScalarType);
    }
    if (isTextAsItIs(type)) return GraphQLString;
    if (isEnumType(type)) return scalar(`${type.name}Value`, serializerOf(type));
    if (!isListType(type)) return type;
    const item: unknown = type.ofType;
    const leaf: unknown = isNonNullType(item) ? item.ofType : item;
    if (!isLeafType(leaf)) return type;
    const nullable = !isNonNullType(item);
    return scalar(`ListOf${leaf.name}${nullable ? 'OrNull' : ''}`, listSerializer(leaf, nullable));
  };
  const mapped = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config) => ({ ...config, type: taken(config.type) }),
    [MapperKind.INTERFACE_FIELD]: (config) => ({ ...config, type: taken(config.type) }),
  }).toConfig();
  return new GraphQLSchema({ ...mapped, types: [...mapped.types, Coerced] });
};

/**
 * Text, ids, numbers and truth values are sent as the row holds them: the rows are typed, and the tests run
 * on graphql-js too, which refuses a value of another type. Scalars of our own are always serialised.
 */
export const BUILT_IN_AS_IT_IS = { disableLeafSerialization: true } as const;
