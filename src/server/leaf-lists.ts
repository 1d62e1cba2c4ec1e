import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  GraphQLNonNull,
  GraphQLScalarType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

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

/** Serialises a value of a leaf type; one that needs no change passes without a call into the type. */
export const serializerOf = (type: GraphQLLeafType): Serialize => {
  const passes = alreadyIs[type.name];
  return passes
    ? (value) => (passes(value) ? value : type.serialize(value))
    : (value) => type.serialize(value);
};

const listSerializer = (type: GraphQLLeafType, nullable: boolean): Serialize => {
  const one = serializerOf(type);
  const passes = alreadyIs[type.name];
  const unchanged = passes && ((item: unknown) => passes(item) || (nullable && item === null));
  return (value) => {
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
};

/**
 * The same schema for the compiler, with every list of plain values taken as one value: compiled code calls
 * several functions for each item of a list, which for a page in columns is most of its cost.
 * Clients and validation keep the schema as it is. A faulty item fails its list, not the item alone.
 */
export const withLeafLists = (schema: GraphQLSchema): GraphQLSchema => {
  const made = new Map<string, GraphQLScalarType>();
  const taken = (type: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(type)) {
      const inner = taken(type.ofType as GraphQLOutputType);
      return inner === type.ofType ? type : new GraphQLNonNull(inner as GraphQLScalarType);
    }
    if (!isListType(type)) return type;
    const item: unknown = type.ofType;
    const leaf: unknown = isNonNullType(item) ? item.ofType : item;
    if (!isLeafType(leaf)) return type;
    const name = `ListOf${leaf.name}${isNonNullType(item) ? '' : 'OrNull'}`;
    const scalar =
      made.get(name) ??
      new GraphQLScalarType({ name, serialize: listSerializer(leaf, !isNonNullType(item)) });
    made.set(name, scalar);
    return scalar;
  };
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config) => ({ ...config, type: taken(config.type) }),
    [MapperKind.INTERFACE_FIELD]: (config) => ({ ...config, type: taken(config.type) }),
  });
};
