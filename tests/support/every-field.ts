import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { policyOf, type AccessPolicy } from '../../schema/access.ts';
import { objectTypes } from '../../schema/secure.ts';

/** A field on the way, and its policy. */
export interface Step {
  readonly coordinate: string;
  readonly name: string;
  readonly policy: AccessPolicy;
  /** The object type its answer is taken for. */
  readonly into: string | null;
}

/** A field of the schema with an operation that selects it; the last step is the field itself. */
export interface Reached {
  readonly coordinate: string;
  readonly document: string;
  readonly steps: readonly Step[];
}

const stepOf = (
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  into: string | null,
): Step => {
  const policy = policyOf(field);
  if (policy === undefined) throw new Error(`${type.name}.${field.name} has no policy`);
  return { coordinate: `${type.name}.${field.name}`, name: field.name, policy, into };
};

/** The shortest way from a root type to every object type, breadth first. */
const waysIn = (
  roots: readonly GraphQLObjectType[],
  schema: GraphQLSchema,
): ReadonlyMap<string, readonly Step[]> => {
  const ways = new Map<string, readonly Step[]>(roots.map(({ name }) => [name, []]));
  const queue = [...roots];
  for (let type = queue.shift(); type !== undefined; type = queue.shift())
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type);
      const objects = isAbstractType(target)
        ? schema.getPossibleTypes(target)
        : isObjectType(target)
          ? [target]
          : [];
      for (const object of objects) {
        if (ways.has(object.name)) continue;
        ways.set(object.name, [...(ways.get(type.name) ?? []), stepOf(type, field, object.name)]);
        queue.push(object);
      }
    }
  return ways;
};

const write = (steps: readonly Step[]): string =>
  steps.reduceRight(
    (beneath, { name, into }) => (into === null ? name : `${name} { ... on ${into} { ${beneath} } }`),
    '__typename',
  );

const fieldsFrom = (
  schema: GraphQLSchema,
  possible: readonly (GraphQLObjectType | null | undefined)[],
): readonly Reached[] => {
  const roots = possible.filter((type) => isObjectType(type));
  const ways = waysIn(roots, schema);
  return objectTypes(schema).flatMap((type) => {
    const way = ways.get(type.name);
    if (way === undefined) return [];
    return Object.values(type.getFields()).map((field) => {
      const target = getNamedType(field.type);
      const into = isLeafType(target)
        ? null
        : isAbstractType(target)
          ? (schema.getPossibleTypes(target)[0]?.name ?? null)
          : target.name;
      const steps = [...way, stepOf(type, field, into)];
      const root = steps[0]?.coordinate.split('.')[0]?.toLowerCase() ?? 'query';
      return {
        coordinate: `${type.name}.${field.name}`,
        document: `${root} { ${write(steps)} }`,
        steps,
      };
    });
  });
};

/** An operation for every field of every object type a client can reach; for a schema without arguments. */
export const everyField = (schema: GraphQLSchema): readonly Reached[] =>
  fieldsFrom(schema, [schema.getQueryType(), schema.getMutationType()]);

/** The same for subscriptions: every field of every object type that one can tell of. */
export const everyLiveField = (schema: GraphQLSchema): readonly Reached[] =>
  fieldsFrom(schema, [schema.getSubscriptionType()]);
