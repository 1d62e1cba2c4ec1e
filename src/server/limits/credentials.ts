import { Kind } from 'graphql';
import { fold, sum } from './fold.ts';
import { limit } from './limit.ts';

/** Root fields that take a credential: one guess a request, or aliases would multiply guesses. */
const TAKES_CREDENTIAL: ReadonlySet<string> = new Set([
  'signIn',
  'signInWithPassword',
  'stepUp',
  'changeOwnPassword',
]);

export const credentials = limit('TOO_MANY_SIGN_INS', 1, (context, operation) =>
  fold(context, operation, {
    weigh: (node, beneath) =>
      node.kind !== Kind.FIELD ? beneath : TAKES_CREDENTIAL.has(node.name.value) ? 1 : 0,
    merge: sum,
  }),
);
