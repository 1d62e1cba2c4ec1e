import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import {
  execute,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { AccessContext } from '../../schema/access.ts';
import type { Judge } from '../../schema/operation-access.ts';
import { personalReader } from '../../schema/personal.ts';
import { unguardedOf } from '../../schema/secure.ts';
import { BUILT_IN_AS_IT_IS, compilable, takingCoerced } from './compilable.ts';
import type { TrustedDocument } from './documents/trusted.ts';
import { fixedAnswers, type FixedAnswers } from './fixed-answers.ts';
import { isAffordable } from './limits/complexity.ts';
import { Lru } from './lru.ts';

/** `jit` compiles each operation once to JavaScript; `graphql-js` is the reference that tests compare with. */
export type ExecutorKind = 'jit' | 'graphql-js';

/** Apollo's port for an executor of one's own: a gateway with a single schema. */
type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Executor = Awaited<ReturnType<Gateway['load']>>['executor'];
type Request = Parameters<NonNullable<Executor>>[0];

/** Compiled operations kept; with more different ones than this the oldest are compiled again. */
const COMPILED_MOST = 500;

/** The variables, coerced by graphql-js for both executors, so that both take and refuse the same. */
const coercedVariables = (schema: GraphQLSchema, { operation, request }: Request) =>
  getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, { maxErrors: 20 });

/** The compiler's errors lack `extensions`, which Apollo reads without asking. */
const normalized = (result: ExecutionResult): ExecutionResult =>
  result.errors
    ? {
        ...result,
        errors: result.errors.map((error) =>
          (error.extensions as unknown)
            ? error
            : new GraphQLError(error.message, {
                ...(error.nodes && { nodes: error.nodes }),
                ...(error.path && { path: error.path }),
                ...(error.originalError && { originalError: error.originalError }),
              }),
        ),
      }
    : result;

const interpreted = (schema: GraphQLSchema, { document, context, request, operationName }: Request) =>
  execute({
    schema,
    document,
    contextValue: context,
    variableValues: request.variables,
    operationName,
  });

/** A schema's compiled operations. */
const compilerOf = (schema: GraphQLSchema): ((request: Request) => CompiledQuery | null) => {
  const compiling = compilable(schema);
  const compiled = new Lru<{ readonly query: CompiledQuery | null }>(COMPILED_MOST);
  return ({ document, operationName, queryHash }) => {
    const key = `${queryHash}:${operationName ?? ''}`;
    const found = compiled.get(key);
    if (found) return found.query;
    const attempt = compileQuery(compiling, takingCoerced(document), operationName ?? '', {
      disablingCapturingStackErrors: true,
      ...BUILT_IN_AS_IT_IS,
    });
    const query = isCompiledQuery(attempt) ? attempt : null;
    compiled.set(key, { query });
    return query;
  };
};

/**
 * Compiled execution. An operation that the policies leave open to the viewer as a whole runs without the
 * guard, which would only say yes to every value; all others run with it.
 */
const jit = (schema: GraphQLSchema, judged: Judge): Execution => {
  const guarded = compilerOf(schema);
  const fixed = fixedAnswers(unguardedOf(schema));
  const open = compilerOf(fixed.schema);
  const run = async (request: Request): Promise<ExecutionResult> => {
    // Of several operations none was named: graphql-js has the words for it.
    if (!(request.operation as OperationDefinitionNode | undefined)) return interpreted(schema, request);
    const { errors, coerced } = coercedVariables(schema, request);
    if (errors) return { errors };

    const { viewer } = request.context as unknown as AccessContext;
    const isOpen = judged(request.document, request.operation, viewer).open;
    const query = (isOpen ? open : guarded)(request);
    if (query === null) return interpreted(schema, request);
    const compiled = async (): Promise<ExecutionResult> =>
      normalized(await query.query(undefined, request.context, coerced));
    return isOpen ? fixed.run(request, compiled) : compiled();
  };
  const isDirect = directly(schema, fixed);
  const direct: Execution['direct'] = async (asked, variables, context) => {
    const { document, operation, hash: queryHash } = asked;
    if (!isDirect(document) || !judged(document, operation, context.viewer).open) return null;
    if (!isAffordable(schema, document, operation, variables)) return null;
    const operationName = operation.name?.value ?? null;
    const request = { document, operation, operationName, queryHash, context, request: { variables } };
    const { data, errors } = await run(request as unknown as Request);
    return errors ? null : (data ?? null);
  };
  return { run, direct };
};

/** Runs operations of a schema. */
export interface Execution {
  readonly run: (request: Request) => Promise<ExecutionResult>;
  /**
   * The answer to a trusted document that lies in one value and holds nobody's personal data, where its policies leave it
   * open to the viewer: then Apollo's pipeline has nothing to add. `null` for every other, and where there are errors.
   */
  readonly direct: (
    asked: TrustedDocument,
    variables: Readonly<Record<string, unknown>>,
    context: AccessContext,
  ) => Promise<NonNullable<ExecutionResult['data']> | null>;
}

/** Which documents may be answered directly; each is looked at once. */
const directly = (schema: GraphQLSchema, { lies }: FixedAnswers): ((document: DocumentNode) => boolean) => {
  const personalFieldsOf = personalReader(schema);
  const known = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    const found = known.get(document) ?? (lies(document) && personalFieldsOf(document).size === 0);
    known.set(document, found);
    return found;
  };
};

/** How operations of a schema run: compiled, or by graphql-js as the reference. */
export const executionOf = (schema: GraphQLSchema, kind: ExecutorKind, judged: Judge): Execution =>
  kind === 'jit'
    ? jit(schema, judged)
    : { run: async (request) => interpreted(schema, request), direct: () => Promise.resolve(null) };

/** An executor behind Apollo's gateway port: everything else of Apollo stays as it is. */
export const executorGateway = (schema: GraphQLSchema, { run }: Execution): Gateway => {
  return {
    load: () => Promise.resolve({ executor: run as Executor }),
    onSchemaLoadOrUpdate(announce) {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
};
