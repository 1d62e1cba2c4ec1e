import { fold, sum } from './fold.ts';
import { limit } from './limit.ts';

/** Directives in one operation, known or not. */
const MAX_DIRECTIVES = 10;

export const directives = limit(
  'TOO_MANY_DIRECTIVES',
  MAX_DIRECTIVES,
  (context, operation) =>
    (operation.directives?.length ?? 0) +
    fold(context, operation, {
      weigh: (node, beneath) => beneath + (node.directives?.length ?? 0),
      merge: sum,
    }),
);
