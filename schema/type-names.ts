import { MapperKind, type SchemaMapper } from '@graphql-tools/utils';
import { GraphQLInterfaceType, GraphQLUnionType, type GraphQLTypeResolver } from 'graphql';

type TypeResolver = GraphQLTypeResolver<unknown, unknown>;

/** Asks the value first; type-graphql's own resolver is asked only for instances of its classes. */
const byTypeName =
  (name: string, otherwise: TypeResolver | null | undefined): TypeResolver =>
  (value, context, info, type) => {
    if (typeof value === 'object' && value !== null && '__typename' in value) return String(value.__typename);
    const resolved = otherwise?.(value, context, info, type);
    if (typeof resolved === 'string') return resolved;
    throw new Error(
      `A value of ${name} must say its type in __typename, or be an instance of the type's class.`,
    );
  };

/**
 * How the object behind an interface or union is told: by the `__typename` of the value. A `resolveType`
 * given to type-graphql becomes asynchronous, which compiled queries can not wait for; so it is not used.
 */
export const byTypeNames: SchemaMapper = {
  [MapperKind.INTERFACE_TYPE]: (type) => {
    const config = type.toConfig();
    return new GraphQLInterfaceType({ ...config, resolveType: byTypeName(type.name, config.resolveType) });
  },
  [MapperKind.UNION_TYPE]: (type) => {
    const config = type.toConfig();
    return new GraphQLUnionType({ ...config, resolveType: byTypeName(type.name, config.resolveType) });
  },
};
