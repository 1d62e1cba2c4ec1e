import {
  GraphQLError,
  type ASTNode,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** "Too much", with the limit, so that a client need not guess it. */
export const tooComplex = (what: string, limit: number, actual: number, nodes?: ASTNode): GraphQLError =>
  new GraphQLError(
    `The operation has ${what}: ${Number.isFinite(actual) ? actual : 'far too many'}, at most ${limit}.`,
    {
      ...(nodes && { nodes }),
      extensions: { code: 'QUERY_TOO_COMPLEX', limit, http: { status: 400 } },
    },
  );

/** A validation rule that measures every operation of a document and refuses what is above the limit. */
export const limit =
  (
    what: string,
    most: number,
    measure: (context: ValidationContext, operation: OperationDefinitionNode) => number,
  ): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const actual = measure(context, operation);
      if (actual > most) context.reportError(tooComplex(what, most, actual, operation));
    },
  });
