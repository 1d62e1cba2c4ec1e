import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrustsPeer } from '../observing/proxies.ts';
import { within, type ObservedRequest } from '../observing/request.ts';
import type { TrustedDocuments } from './documents/trusted.ts';

/** How a request ended. */
export interface RequestEnd {
  readonly method: string;
  readonly status: number;
  /** In milliseconds. */
  readonly took: number;
}

/** Whoever is told of requests: a log, metrics, traces. */
export interface RequestWatch {
  /** Before it is answered; with its headers where a trusted proxy sent it, for who follows a trace. */
  readonly began?: (request: ObservedRequest, headers: IncomingHttpHeaders | null) => void;
  readonly ended: (request: ObservedRequest, end: RequestEnd) => void;
}

/** What stands for every operation without a trusted name: names that clients make up are not bounded. */
const OTHER = 'other';

const HASH = /"sha256Hash"\s*:\s*"([0-9a-f]{64})"/u;

type Body = Readonly<Record<string, unknown>> | null | undefined;

/** The hash that a request names, in its body or, for a GET, in its address. */
const hashIn = ({ body, query }: FastifyRequest): string | undefined => {
  const { extensions } = (body as Body) ?? {};
  if (typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions)
    return String((extensions.persistedQuery as Body)?.['sha256Hash']);
  const asked = (query as Body)?.['extensions'];
  return typeof asked === 'string' ? HASH.exec(asked)?.[1] : undefined;
};

const operationOf = (request: FastifyRequest, { byHash }: TrustedDocuments): string =>
  byHash.get(hashIn(request) ?? '')?.operation.name?.value ?? OTHER;

const known = new WeakMap<FastifyRequest, ObservedRequest>();

const observed = (request: FastifyRequest): ObservedRequest => ({
  id: request.id,
  route: request.routeOptions.url ?? 'none',
  operation: null,
  college: null,
  codes: [],
  isStream: false,
  trace: undefined,
});

/** Does something as a part of a request, where that is not known from what called it. */
export const asPartOf = <Result>(request: FastifyRequest, act: () => Result): Result =>
  within(known.get(request) ?? observed(request), act);

/** Puts each request under its id, so that everything that is done for it can be told apart, and tells of its end. */
export const observeRequests = (
  app: FastifyInstance,
  documents: TrustedDocuments,
  trusts: TrustsPeer,
  watches: readonly RequestWatch[],
): void => {
  const beginnings = watches.flatMap(({ began }) => began ?? []);
  app.addHook('onRequest', (request, _reply, done) => {
    const begun = observed(request);
    known.set(request, begun);
    within(begun, done);
  });
  // The body comes by events of the connection, which know of no request: what follows it runs within it again.
  app.addHook('preValidation', (request, _reply, done) => {
    const begun = known.get(request) ?? observed(request);
    if (begun.route === '/graphql') begun.operation = operationOf(request, documents);
    for (const began of beginnings)
      began(begun, trusts(request.socket.remoteAddress) ? request.headers : null);
    within(begun, done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const ended = known.get(request) ?? observed(request);
    const end = { method: request.method, status: reply.statusCode, took: reply.elapsedTime };
    for (const watch of watches) watch.ended(ended, end);
    done();
  });
};

/** Routes that machines ask every few seconds: they are counted, and not written down one by one. */
const ROUTINE: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** Writes a line for each request: what was asked for by which name, how it ended and how long that took. */
export const loggingRequests = (app: FastifyInstance): RequestWatch => ({
  ended({ id, route, operation, college, codes, isStream }, { method, status, took }) {
    if (ROUTINE.has(route)) return;
    app.log.info(
      {
        requestId: id,
        method,
        route,
        ...(operation !== null && { operation }),
        ...(college !== null && { college }),
        status,
        ...(codes.length > 0 && { codes }),
        ...(isStream && { isStream }),
        ms: Math.round(took * 10) / 10,
      },
      'request',
    );
  },
});
