import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { accessDenied } from '../../schema/access-denied.ts';
import type { AccessContext } from '../../schema/access.ts';
import { judge, type Judge } from '../../schema/operation-access.ts';
import { executionOf, executorGateway, type Execution, type ExecutorKind } from './executor.ts';
import { textOf } from './fixed-answers.ts';
import { formatErrors, type ReportFault } from './format-error.ts';
import { recordedReads } from './recorded-reads.ts';
import { assertAffordable } from './limits/complexity.ts';
import { limits, MAX_TOKENS } from './limits/limits.ts';
import { problem } from '../../schema/errors/problem.ts';

/** What the GraphQL part of the server is made of. */
export interface GraphqlOptions {
  /** A schema that has been through `secure`. */
  readonly schema: GraphQLSchema;
  readonly executor: ExecutorKind;
  /** Whether clients may ask for the schema; where they may not, errors do not hint at it either. */
  readonly introspection: boolean;
  readonly report: ReportFault;
}

/** Mistakes of a document that are told; a document with more of them is not looked at to its end. */
const MOST_ERRORS = 5;

/** Refuses an operation as a whole, once, before anything runs: too costly, or not for this viewer. */
const beforeExecution = <Context extends AccessContext>(
  schema: GraphQLSchema,
  judged: Judge,
): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, operation, request, contextValue }) {
        if (!operation) return Promise.resolve();
        const { forbidden } = judged(document, operation, contextValue.viewer);
        if (forbidden.length > 0) throw accessDenied(contextValue.viewer, forbidden);
        // A subscription has no one answer.
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw problem('SUBSCRIBE_ELSEWHERE');
        assertAffordable(schema, document, operation, request.variables ?? {});
        return Promise.resolve();
      },
    }),
});

/** Says once per response which fields were withheld as null. */
const redactions = <Context extends AccessContext>(): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ contextValue, response: { body } }) {
        const withheld = [...contextValue.redactions].sort();
        if (body.kind === 'single' && withheld.length > 0)
          body.singleResult.extensions = { ...body.singleResult.extensions, redactions: withheld };
        return Promise.resolve();
      },
    }),
});

/** Apollo with everything off that costs per field, and with our executor, limits and errors. */
export const createApollo = <Context extends AccessContext>(
  { schema, executor, introspection, report }: GraphqlOptions,
  judged: Judge = judge(schema),
  execution: Execution = executionOf(schema, executor, judged),
): ApolloServer<Context> =>
  new ApolloServer<Context>({
    gateway: executorGateway(schema, execution),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    validationRules: [...limits],
    validationOptions: { maxErrors: MOST_ERRORS },
    formatError: formatErrors(report),
    stringifyResult: textOf,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      beforeExecution<Context>(schema, judged),
      redactions<Context>(),
      recordedReads<Context>(schema, report),
    ],
  });
