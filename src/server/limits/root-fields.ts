import { Kind } from 'graphql';
import { fold, sum } from './fold.ts';
import { limit } from './limit.ts';

/** Fields at the root of one operation, each mention counted: repeating one under the same name is counted too. */
const MAX_ROOT_FIELDS = 10;

export const rootFields = limit('TOO_MANY_ROOT_FIELDS', MAX_ROOT_FIELDS, (context, operation) =>
  fold(context, operation, {
    weigh: (node, beneath) => (node.kind === Kind.FIELD ? 1 : beneath),
    merge: sum,
  }),
);
