import { Kind } from 'graphql';
import { fold } from './fold.ts';
import { limit } from './limit.ts';

/** Levels of fields, fragments not counted. */
const MAX_DEPTH = 12;

/** Introspection is excepted: graphql-js bounds its nesting by a rule of its own. */
export const depth = limit('TOO_DEEP', MAX_DEPTH, (context, operation) =>
  fold(context, operation, {
    weigh: (node, beneath) =>
      node.kind !== Kind.FIELD ? beneath : /^__(schema|type)$/u.test(node.name.value) ? 1 : beneath + 1,
    merge: (a, b) => Math.max(a, b),
  }),
);
