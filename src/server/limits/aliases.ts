import { Kind } from 'graphql';
import { fold, sum } from './fold.ts';
import { limit } from './limit.ts';

/** Aliases in one operation, `__typename` like any other field: an exception for it is a hole. */
const MAX_ALIASES = 15;

export const aliases = limit('TOO_MANY_ALIASES', MAX_ALIASES, (context, operation) =>
  fold(context, operation, {
    weigh: (node, beneath) => beneath + (node.kind === Kind.FIELD && node.alias ? 1 : 0),
    merge: sum,
  }),
);
