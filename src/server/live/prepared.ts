import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { accessDenied } from '../../../schema/access-denied.ts';
import type { AccessContext } from '../../../schema/access.ts';
import type { Judge } from '../../../schema/operation-access.ts';
import { admit } from '../documents/admission.ts';
import type { TrustedDocuments } from '../documents/trusted.ts';
import { assertAffordable } from '../limits/complexity.ts';
import { limits, MAX_TOKENS } from '../limits/limits.ts';
import { Lru } from '../lru.ts';
import { problem } from '../../../schema/errors/problem.ts';

/** What a client sends to subscribe. */
export interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

/** A subscription that may run. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** What operations are held to before they run. */
export interface PrepareOptions {
  readonly schema: GraphQLSchema;
  readonly judged: Judge;
  readonly introspection: boolean;
  readonly documents: TrustedDocuments;
}

/** Holds an operation to the limits and policies of any other; throws the errors it is refused with. */
export type Prepare = (asked: Asked, viewer: AccessContext['viewer']) => Prepared;

/** An operation was refused before it ran. */
export class RefusedOperation extends Error {
  override readonly name = 'RefusedOperation';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('The operation was refused.');
    this.errors = errors;
  }
}

const KEPT = 500;

/** Longer documents than screens have are not worth keeping. */
const LONGEST_KEPT = 20_000;

const placeOf = ({ nodes, source, positions }: GraphQLError) => ({
  ...(nodes && { nodes }),
  ...(source && { source }),
  ...(positions && { positions }),
});

const coded = (error: GraphQLError, code: string): GraphQLError =>
  error.extensions['code'] === undefined
    ? new GraphQLError(error.message, { ...placeOf(error), extensions: { code } })
    : error;

/** Whoever may not ask for the schema gets no hint of it either. */
const unhinted = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message.replace(/ Did you mean .+$/su, ''), {
    ...placeOf(error),
    extensions: error.extensions,
  });

/** What refuses by one error, in the form of what refuses by several. */
const refusing = <Value>(act: () => Value): Value => {
  try {
    return act();
  } catch (error) {
    throw error instanceof GraphQLError ? new RefusedOperation([error]) : error;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The limits of `limits/`, the verdict of the policies and the cost, for operations that do not come through Apollo. */
export const preparing = ({ schema, judged, introspection, documents }: PrepareOptions): Prepare => {
  const known = new Lru<DocumentNode>(KEPT);
  const rules = [...specifiedRules, ...limits, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];

  const documentOf = (text: string): DocumentNode => {
    const found = known.get(text);
    if (found) return found;
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: MAX_TOKENS });
    } catch (error) {
      throw new RefusedOperation(
        error instanceof GraphQLError
          ? [coded(error, 'GRAPHQL_PARSE_FAILED')]
          : [problem('DOCUMENT_MISSING')],
      );
    }
    const errors = validate(schema, document, rules).map((error) =>
      coded(error, 'GRAPHQL_VALIDATION_FAILED'),
    );
    if (errors.length > 0) throw new RefusedOperation(introspection ? errors : errors.map(unhinted));
    if (text.length <= LONGEST_KEPT) known.set(text, document);
    return document;
  };

  return (asked, viewer) => {
    const { variables = {}, operationName = null } = asked;
    const admitted = refusing(() => admit(documents, asked));
    if (!admitted) throw new RefusedOperation([problem('DOCUMENT_MISSING')]);
    if (variables !== null && !isRecord(variables))
      throw new RefusedOperation([problem('VARIABLES_MALFORMED')]);
    if (operationName !== null && typeof operationName !== 'string')
      throw new RefusedOperation([problem('OPERATION_NAME_MALFORMED')]);
    const document = documentOf(admitted.text);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new RefusedOperation([problem('OPERATION_NOT_NAMED')]);
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      throw new RefusedOperation([problem('ONLY_SUBSCRIPTIONS')]);
    const { forbidden } = judged(document, operation, viewer);
    if (forbidden.length > 0) throw new RefusedOperation([accessDenied(viewer, forbidden)]);
    refusing(() => {
      assertAffordable(schema, document, operation, variables ?? {});
    });
    return { document, operation, variables: variables ?? {}, operationName };
  };
};
