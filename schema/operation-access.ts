import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { gate, isRedactable, policyOf, type AccessContext, type AccessPolicy } from './access.ts';

/** A field as it was selected, and the policies of every object that could answer it. */
interface Selected {
  readonly coordinate: string;
  readonly policies: readonly AccessPolicy[];
}

const policiesOf = (schema: GraphQLSchema, parent: GraphQLCompositeType, field: string) =>
  (isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent]).flatMap((type) => {
    const definition = type.getFields()[field];
    const policy = definition && policyOf(definition);
    return policy === undefined ? [] : [policy];
  });

const selectedIn = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Selected[] => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const found = new Map<string, Selected>();
  const entered = new Set<string>();

  const typeNamed = (name: string): GraphQLCompositeType | undefined => {
    const type = schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  };
  const walk = (parent: GraphQLCompositeType | undefined, { selections }: SelectionSetNode): void => {
    if (parent === undefined) return;
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(node.typeCondition ? typeNamed(node.typeCondition.name.value) : parent, node.selectionSet);
      } else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value);
        if (fragment === undefined || entered.has(node.name.value)) continue;
        entered.add(node.name.value);
        walk(typeNamed(fragment.typeCondition.name.value), fragment.selectionSet);
      } else {
        const name = node.name.value;
        const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
        if (field === undefined) continue;
        const coordinate = `${parent.name}.${name}`;
        found.set(coordinate, { coordinate, policies: policiesOf(schema, parent, name) });
        const type = getNamedType(field.type);
        if (node.selectionSet && isCompositeType(type)) walk(type, node.selectionSet);
      }
    }
  };
  const root = schema.getRootType(operation.operation);
  walk(isObjectType(root) ? root : undefined, operation.selectionSet);
  return [...found.values()];
};

/** What the policies say of an operation before it runs. */
export interface Verdict {
  /** The fields that this viewer can never read, as `Type.field`, sorted; the operation runs only if there are none. */
  readonly forbidden: readonly string[];
  /** Whether every object that could answer any field lets the viewer read it: then nothing is left to guard. */
  readonly open: boolean;
}

/** Judges operations of one schema. */
export type Judge = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  viewer: AccessContext['viewer'],
) => Verdict;

/**
 * Judges by role alone, once per operation and set of capabilities. A field reached through an interface or
 * union is forbidden only if no object behind it would answer: the guard decides the rest object by object.
 */
export const judge = (schema: GraphQLSchema): Judge => {
  const selections = new WeakMap<OperationDefinitionNode, readonly Selected[]>();
  const verdicts = new WeakMap<OperationDefinitionNode, WeakMap<object, Verdict>>();
  const nobody = {};

  return (document, operation, viewer) => {
    const known = verdicts.get(operation) ?? new WeakMap<object, Verdict>();
    verdicts.set(operation, known);
    const key = viewer?.capabilities ?? nobody;
    const given = known.get(key);
    if (given) return given;

    const selected = selections.get(operation) ?? selectedIn(schema, document, operation);
    selections.set(operation, selected);
    const denies = (policy: AccessPolicy) => !gate(policy)(viewer);
    const refuses = (policy: AccessPolicy) => denies(policy) && !isRedactable(policy);
    const verdict: Verdict = {
      forbidden: selected
        .filter(({ policies }) => policies.length > 0 && policies.every(refuses))
        .map(({ coordinate }) => coordinate)
        .sort(),
      open: !selected.some(({ policies }) => policies.some(denies)),
    };
    known.set(key, verdict);
    return verdict;
  };
};
