import {
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** How a limit counts: what one selection weighs, given what lies beneath it, and how siblings add up. */
export interface Measure {
  readonly weigh: (node: SelectionNode, beneath: number) => number;
  readonly merge: (a: number, b: number) => number;
}

/**
 * Measures an operation with its fragments spread out. Each fragment is measured once, so that a chain of
 * fragments which doubles at every step costs no time here; a fragment inside itself counts as nothing
 * (graphql-js refuses it in the same pass).
 */
export const fold = (
  context: ValidationContext,
  operation: OperationDefinitionNode,
  { weigh, merge }: Measure,
): number => {
  const fragments = new Map<string, number>();
  const within = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, node) => merge(sum, weigh(node, beneath(node))), 0);
  const beneath = (node: SelectionNode): number => {
    if (node.kind !== Kind.FRAGMENT_SPREAD) return within(node.selectionSet);
    const name = node.name.value;
    const known = fragments.get(name);
    if (known !== undefined) return known;
    fragments.set(name, 0);
    const measured = within(context.getFragment(name)?.selectionSet);
    fragments.set(name, measured);
    return measured;
  };
  return within(operation.selectionSet);
};

/** For counts: siblings add up. */
export const sum = (a: number, b: number): number => a + b;
