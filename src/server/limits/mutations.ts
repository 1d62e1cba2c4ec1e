import { Kind, OperationTypeNode } from 'graphql';
import { fold, sum } from './fold.ts';
import { limit } from './limit.ts';

/** Mutations in one request; many marks go into one `recordMarks`. */
const MAX_MUTATIONS = 10;

export const mutations = limit('TOO_MANY_MUTATIONS', MAX_MUTATIONS, (context, operation) =>
  operation.operation === OperationTypeNode.MUTATION
    ? fold(context, operation, {
        weigh: (node, beneath) => (node.kind === Kind.FIELD ? 1 : beneath),
        merge: sum,
      })
    : 0,
);
