import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  getNamedType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldConfig,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { CAPABILITIES } from '../src/policies/access.ts';
import { accessDenied } from './access-denied.ts';
import { gate, isRedactable, policyOf, requiredBy, type AccessContext, type AccessPolicy } from './access.ts';
import { noteShown, personalTypes } from './personal.ts';
import { byTypeNames } from './type-names.ts';

type FieldConfig = GraphQLFieldConfig<Record<string, unknown>, AccessContext>;

/** The object types a client can meet, introspection's own left out, by name. */
export const objectTypes = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));

const capabilities: ReadonlySet<string> = new Set(CAPABILITIES);

const faultOf = (coordinate: string, field: GraphQLField<unknown, unknown>): readonly string[] => {
  const policy = policyOf(field);
  if (policy === undefined) return [`${coordinate} has no access policy`];
  const unknown = requiredBy(policy).filter((capability) => !capabilities.has(capability));
  return [
    ...unknown.map((capability) => `${coordinate} asks for the unknown capability ${capability}`),
    ...(typeof policy === 'object' && requiredBy(policy).length === 0
      ? [`${coordinate} names no capability`]
      : []),
    ...(isRedactable(policy) && isNonNullType(field.type)
      ? [`${coordinate} is withheld as null but can not be null`]
      : []),
  ];
};

const guarded = (
  coordinate: string,
  name: string,
  policy: AccessPolicy,
  { resolve, subscribe, ...rest }: FieldConfig,
): FieldConfig => {
  const allows = gate(policy);
  const redactable = isRedactable(policy);
  const withhold = (context: AccessContext): null => {
    if (!redactable) throw accessDenied(context.viewer, [coordinate]);
    context.redactions.add(coordinate);
    return null;
  };
  return {
    ...rest,
    resolve: (source, args, context, info) => {
      if (!allows(context.viewer)) return withhold(context);
      if (resolve) return resolve(source, args, context, info);
      const value = (source as Record<string, unknown> | undefined)?.[name];
      return typeof value === 'function' ? defaultFieldResolver(source, args, context, info) : value;
    },
    ...(subscribe && {
      subscribe: (source, args, context, info) =>
        allows(context.viewer) ? subscribe(source, args, context, info) : withhold(context),
    }),
  };
};

/** A field that gives objects with personal data notes whom they are about, where the reading is recorded. */
const noting = ({ type, resolve, ...rest }: FieldConfig): FieldConfig => {
  const { name: typeName } = getNamedType(type);
  return {
    ...rest,
    type,
    resolve: (source, args, context, info) => {
      const value: unknown = (resolve ?? defaultFieldResolver)(source, args, context, info);
      const { shown } = context;
      if (!shown) return value;
      if (!(value instanceof Promise)) {
        noteShown(shown, typeName, value);
        return value;
      }
      return value.then((resolved: unknown) => {
        noteShown(shown, typeName, resolved);
        return resolved;
      });
    },
  };
};

/** The schema in which every field that gives objects with personal data notes them. */
const withNotes = (schema: GraphQLSchema): GraphQLSchema => {
  const personal = personalTypes(schema);
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config: FieldConfig) =>
      personal.has(getNamedType(config.type).name) ? noting(config) : undefined,
  });
};

const unguarded = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * Puts the guard before every field of every object type. Throws, naming them all, when a field has no
 * policy, asks for a capability that does not exist, or is to be withheld as null though it can not be null.
 */
export const secure = (schema: GraphQLSchema): GraphQLSchema => {
  const faults = objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => faultOf(`${type.name}.${field.name}`, field)),
  );
  if (faults.length > 0) throw new Error(`The schema is not secure:\n  ${faults.join('\n  ')}`);

  const noted = withNotes(schema);
  const secured = mapSchema(noted, {
    ...byTypeNames,
    [MapperKind.OBJECT_FIELD]: (config: FieldConfig, name, typeName) => {
      const policy = policyOf({ extensions: config.extensions ?? {} });
      return policy === undefined ? undefined : guarded(`${typeName}.${name}`, name, policy, config);
    },
  });
  unguarded.set(secured, mapSchema(noted, byTypeNames));
  return secured;
};

/** The same schema without the guard, for operations that the policies leave open to the viewer as a whole. */
export const unguardedOf = (secured: GraphQLSchema): GraphQLSchema => {
  const open = unguarded.get(secured);
  if (open === undefined) throw new Error('The schema has not been through secure().');
  return open;
};
