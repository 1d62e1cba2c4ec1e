import Fastify, { type FastifyInstance } from 'fastify';
import type { AccessContext } from '../../schema/access.ts';
import { sdlOf } from '../../schema/sdl.ts';
import { judge } from '../../schema/operation-access.ts';
import { createApollo, type GraphqlOptions } from './apollo.ts';
import type { BuildContext } from './context.ts';
import type { TrustedDocuments } from './documents/trusted.ts';
import { executionOf } from './executor.ts';
import type { ReportFault } from './format-error.ts';
import { serveGraphiql } from './graphiql/graphiql.ts';
import { serveGraphql } from './graphql-route.ts';
import { serveHealth, serveReadiness, type HealthChecks, type Readiness } from './health.ts';
import { answerInGraphqlForm } from './http-errors.ts';
import { MAX_BODY } from './limits/limits.ts';
import { drain, listen, type Address } from './listen.ts';
import type { LiveSource } from './live/live-parts.ts';
import { serveLive, type LiveServer } from './live/live.ts';
import { serveExports, type ExportSource } from './export-route.ts';
import { serveProvider, type ProviderRoute } from './provider-route.ts';
import { serveLogFiles, type LogFiles } from './log-files.ts';
import { requestIdOf } from '../observing/request-id.ts';
import type { TrustsPeer } from '../observing/proxies.ts';
import { loggingTo, type LogDestination, type LogLevel } from './log.ts';
import { loggingRequests, observeRequests, type RequestWatch } from './observed-requests.ts';
import { serveReference, type Reference } from './reference-route.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { problem } from '../../schema/errors/problem.ts';
import { refuse } from './refuse.ts';
import { serveErrors } from './errors-route.ts';

/** What the composition root hands to the server. */
export interface ServerOptions<Context extends AccessContext> extends Omit<GraphqlOptions, 'report'> {
  readonly context: BuildContext<Context>;
  /** Documents that may be asked for by their hash; left out: none, and any text is taken. */
  readonly documents?: TrustedDocuments;
  /** Whether to serve GraphiQL at `/graphiql`; it needs `introspection` to be of use. */
  readonly graphiql: boolean;
  readonly health: HealthChecks;
  /** What `/readyz` says; left out: there is no such page. */
  readonly readiness?: Readiness;
  /** What subscriptions are answered from; left out: there are none. */
  readonly live?: LiveSource;
  readonly log: LogDestination;
  /** What is written there: a line for each request, or, left out, faults alone. */
  readonly logLevel?: LogLevel;
  /** The proxies whose word is taken for who sent a request, and under which id; left out: none. */
  readonly trusts?: TrustsPeer;
  /** Who else is told of requests. */
  readonly watches?: readonly RequestWatch[];
  /** Where exports are fetched from, if they are. */
  readonly exports?: ExportSource;
  /** The way to the identity provider and back, where there is one. */
  readonly provider?: ProviderRoute;
  /** The files of the signed logs under `/log/`; left out: none. */
  readonly logFiles?: LogFiles;
  /** The reference site at `/docs`; left out: none. */
  readonly reference?: Reference;
}

/** A server that does not listen yet. */
export interface Server {
  /** Listens and returns the origin. Throws `StartFault` with one sentence when it can not. */
  listen(address: Address): Promise<string>;
  /** Subscriptions, where they are served. */
  readonly live: LiveServer | null;
  /** Writes a fault into the log of the server. */
  report(fault: unknown): void;
  /** Stops taking requests and waits for those under way, ten seconds at most. */
  close(): Promise<void>;
}

/** Slow senders are cut: a request has this long to arrive. */
const ARRIVAL_MS = 30_000;

const ANYTHING: TrustedDocuments = { only: false, byHash: new Map() };

const nothingElse = (app: FastifyInstance): void => {
  app.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: (_request, reply) => refuse(reply.header('allow', 'GET, POST'), problem('METHOD_NOT_ALLOWED')),
  });
};

/** The HTTP server: GraphQL, the schema as text, health, and GraphiQL where it is wanted. */
export const createServer = async <Context extends AccessContext>({
  context,
  graphiql,
  health,
  readiness,
  live: source,
  log,
  logLevel = 'warn',
  trusts = () => false,
  watches = [],
  exports,
  provider,
  logFiles,
  documents = ANYTHING,
  reference,
  ...graphql
}: ServerOptions<Context>): Promise<Server> => {
  const app = Fastify({
    ...loggingTo(log, logLevel),
    bodyLimit: MAX_BODY,
    requestTimeout: ARRIVAL_MS,
    genReqId: ({ headers, socket }) => requestIdOf(headers, trusts(socket.remoteAddress)),
    trustProxy: trusts,
    forceCloseConnections: 'idle',
  });
  const report: ReportFault = (fault) => {
    app.log.error(fault, 'fault');
  };
  app.removeContentTypeParser('text/plain');
  setSecurityHeaders(app);
  observeRequests(app, documents, trusts, logLevel === 'info' ? [...watches, loggingRequests(app)] : watches);
  answerInGraphqlForm(app, report);

  const judged = judge(graphql.schema);
  const execution = executionOf(graphql.schema, graphql.executor, judged);
  const apollo = createApollo<Context>({ ...graphql, report }, judged, execution);
  await apollo.start();
  const { schema, introspection } = graphql;
  const live = source ? serveLive(app, source, { schema, judged, introspection, documents, report }) : null;
  nothingElse(app);
  serveGraphql(app, { apollo, execution, context, documents });

  const sdl = sdlOf(graphql.schema);
  app.get('/schema.graphql', (_request, reply) => reply.type('text/plain; charset=utf-8').send(sdl));
  serveHealth(app, health);
  if (readiness) serveReadiness(app, readiness);
  if (logFiles) serveLogFiles(app, logFiles);
  if (provider) serveProvider(app, provider, report);
  if (exports) serveExports(app, exports);
  serveErrors(app);
  if (reference) serveReference(app, reference, sdl, report);
  if (graphiql) serveGraphiql(app);

  return {
    listen: (address) => listen(app, address),
    live,
    report(fault) {
      app.log.error(fault, 'fault');
    },
    async close() {
      await live?.close();
      await drain(app);
      await apollo.stop();
    },
  };
};
