import type { OperationDefinitionNode, ValidationContext, ValidationRule } from 'graphql';
import { problem } from '../../../schema/errors/problem.ts';
import type { PROBLEMS } from '../../../schema/errors/problems.ts';

/** The problems of an operation that is above a limit of its shape. */
export type TooMuch = Exclude<
  keyof (typeof PROBLEMS)['QUERY_TOO_COMPLEX'],
  'QUERY_TOO_COMPLEX' | 'TOO_MANY_EXPLANATIONS' | 'TOO_MUCH_OF_THE_PAST'
>;

/** "Too much", with the limit, so that a client need not guess it; no number where there is no end of it. */
export const tooMuch = (name: TooMuch, limit: number, actual: number, node?: OperationDefinitionNode) =>
  problem(name, Number.isSafeInteger(actual) ? { limit, actual } : { limit }, node);

/** A validation rule that measures every operation of a document and refuses what is above the limit. */
export const limit =
  (
    name: TooMuch,
    most: number,
    measure: (context: ValidationContext, operation: OperationDefinitionNode) => number,
  ): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const actual = measure(context, operation);
      if (actual > most) context.reportError(tooMuch(name, most, actual, operation));
    },
  });
