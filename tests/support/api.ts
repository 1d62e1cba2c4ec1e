import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { AccessContext } from '../../schema/access.ts';
import type { BuildContext } from '../../src/server/context.ts';
import type { ExecutorKind } from '../../src/server/executor.ts';
import { createServer, type ServerOptions } from '../../src/server/http.ts';
import { EXECUTOR } from './executor.ts';

/** A GraphQL answer as a client sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests reach into answers of many shapes; each assertion states what it expects.
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A server on a free port, for one test file. */
export interface Api {
  readonly origin: string;
  /** The lines the server has logged so far. */
  readonly log: readonly string[];
  /** Sends an operation as a client would. */
  query(document: string, variables?: Readonly<Record<string, unknown>>, token?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts a server for a secured schema: `await startApi(schema, context)`, and `close()` it in `afterAll`. */
export const startApi = async <Context extends AccessContext>(
  schema: GraphQLSchema,
  context: BuildContext<Context>,
  options: Partial<Omit<ServerOptions<Context>, 'schema' | 'context' | 'executor'>> & {
    readonly executor?: ExecutorKind;
  } = {},
): Promise<Api> => {
  const log: string[] = [];
  const server = await createServer<Context>({
    executor: EXECUTOR,
    introspection: false,
    graphiql: false,
    health: {},
    log: { write: (line) => void log.push(line) },
    ...options,
    schema,
    context,
  });
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    log,
    async query(query, variables = {}, token) {
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.json()) as Pick<Answer, 'data' | 'errors' | 'extensions'>;
      return { status: response.status, headers: response.headers, ...body };
    },
    close: () => server.close(),
  };
};
