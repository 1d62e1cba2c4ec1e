import {
  getNullableType,
  getVariableValues,
  isListType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
// The package's ES module would load graphql a second time, and then knows none of our types.
import {
  fieldExtensionsEstimator,
  getComplexity,
  type ComplexityEstimator,
} from 'graphql-query-complexity/cjs';
import { Lru } from '../lru.ts';
import { tooMuch } from './limit.ts';

/** Values an answer may hold, as estimated before execution: lists multiply what lies beneath them. */
const MAX_COMPLEXITY = 10_000;

/** How long a list is taken to be that has no `first`, and no `complexity` of its own. */
const ASSUMED_LENGTH = 10;

/** A page of a list: its `first` has been counted where it was asked for. */
const isPage = (type: GraphQLNamedType): boolean => isObjectType(type) && 'pageInfo' in type.getFields();

const lengthOf = (
  parent: GraphQLNamedType,
  type: GraphQLOutputType,
  args: Readonly<Record<string, unknown>>,
): number => {
  if (typeof args['first'] === 'number') return Math.max(1, args['first']);
  return isListType(getNullableType(type)) && !isPage(parent) ? ASSUMED_LENGTH : 1;
};

/** Bounded by graphql-js itself, and by the size of the schema. */
const isIntrospection = (name: string): boolean => name.startsWith('__');

const byLength: ComplexityEstimator = ({ type, field, args, childComplexity }) =>
  isIntrospection(field.name) ? 1 : 1 + lengthOf(type, field.type, args) * childComplexity;

const costOf = (
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number => {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors) return 0;
  return getComplexity({
    schema,
    query,
    // As they came: the estimate coerces them itself, and a value coerced twice is none of its enum.
    variables: { ...variables },
    ...(operation.name && { operationName: operation.name.value }),
    estimators: [fieldExtensionsEstimator(), byLength],
  });
};

/** What was found of an operation: whether it costs the same whatever its variables, and costs by variables. */
interface Known {
  readonly isFixed: boolean;
  readonly costs: Lru<number>;
}

const known = new WeakMap<OperationDefinitionNode, Known>();

/** Costs kept per operation, one for each set of variables. */
const KEPT = 20;

/** Longer variables than a page is asked for with are not worth keeping. */
const LONGEST_KEY = 300;

/** Whether no variable says how long a list is, or whether a field is asked for at all. */
const isFixed = (schema: GraphQLSchema, document: DocumentNode): boolean => {
  let fixed = true;
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    Directive({ arguments: given = [] }) {
      if (given.some(({ value }) => value.kind === Kind.VARIABLE)) fixed = false;
    },
    Argument({ name, value }) {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) fixed = false;
    },
    Field() {
      if (typeof types.getFieldDef()?.extensions['complexity'] === 'function') fixed = false;
    },
  });
  visit(document, visitor);
  return fixed;
};

const knownOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Known => {
  const found = known.get(operation);
  if (found) return found;
  const made = { isFixed: isFixed(schema, document), costs: new Lru<number>(KEPT) };
  known.set(operation, made);
  return made;
};

const knownCost = (
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number => {
  const { isFixed: isAlike, costs } = knownOf(schema, query, operation);
  const key = isAlike ? '' : JSON.stringify(variables);
  const cost = costs.get(key) ?? costOf(schema, query, operation, variables);
  // Malformed variables are free, and say nothing of the next ones.
  if (cost > 0 && cost <= MAX_COMPLEXITY && key.length <= LONGEST_KEY) costs.set(key, cost);
  return cost;
};

/**
 * The cost of an operation with its variables: type-graphql's `complexity` of a field where it states one,
 * else one per value, times `first` or an assumed length for lists. Throws QUERY_TOO_COMPLEX above the limit.
 * Malformed variables cost nothing here: execution refuses them in better words.
 */
export const assertAffordable = (
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void => {
  const cost = knownCost(schema, query, operation, variables);
  if (cost > MAX_COMPLEXITY) throw tooMuch('TOO_COSTLY', MAX_COMPLEXITY, cost);
};

/** The same as a question. */
export const isAffordable = (...asked: Parameters<typeof assertAffordable>): boolean =>
  knownCost(...asked) <= MAX_COMPLEXITY;
