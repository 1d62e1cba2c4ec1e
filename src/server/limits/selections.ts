import { fold, sum } from './fold.ts';
import { limit } from './limit.ts';

/**
 * Selections once every fragment is spread out. The token limit does not bound them: twenty fragments that
 * each spread the next one twice make a million, and the executor and the cost rule would walk them all.
 */
const MAX_SELECTIONS = 2_000;

export const selections = limit('TOO_MANY_SELECTIONS', MAX_SELECTIONS, (context, operation) =>
  fold(context, operation, { weigh: (_, beneath) => beneath + 1, merge: sum }),
);
