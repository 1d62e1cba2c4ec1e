import type { DocumentNode, GraphQLNamedType, GraphQLOutputType, GraphQLSchema } from 'graphql';
import { getNullableType, isListType } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { tooComplex } from './limit.ts';

/** Values an answer may hold, as estimated before execution: lists multiply what lies beneath them. */
export const MAX_COMPLEXITY = 10_000;

/** How long a list is taken to be that has no `first`, and no `complexity` of its own. */
const ASSUMED_LENGTH = 10;

const isPage = (type: GraphQLNamedType): boolean => type.name.endsWith('Connection');

const lengthOf = (
  parent: GraphQLNamedType,
  type: GraphQLOutputType,
  args: Readonly<Record<string, unknown>>,
): number => {
  if (typeof args['first'] === 'number') return Math.max(1, args['first']);
  return isListType(getNullableType(type)) && !isPage(parent) ? ASSUMED_LENGTH : 1;
};

const byLength: ComplexityEstimator = ({ type, field, args, childComplexity }) =>
  1 + lengthOf(type, field.type, args) * childComplexity;

/**
 * The cost of an operation with its variables: type-graphql's `complexity` of a field where it states one,
 * else one per value, times `first` or an assumed length for lists. Throws QUERY_TOO_COMPLEX above the limit.
 * Malformed variables cost nothing here: execution refuses them in better words.
 */
export const assertAffordable = (
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): void => {
  let cost = 0;
  try {
    cost = getComplexity({
      schema,
      query,
      variables: { ...variables },
      ...(operationName !== null && { operationName }),
      estimators: [fieldExtensionsEstimator(), byLength],
    });
  } catch {
    return;
  }
  if (cost > MAX_COMPLEXITY) throw tooComplex('an estimated cost', MAX_COMPLEXITY, cost);
};
