import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { createHandler, type Response } from 'graphql-sse';
import type { ServerResponse } from 'node:http';
import { accessDenied } from '../../../schema/access-denied.ts';
import { findSession } from '../../identity/sessions.ts';
import { requestNow } from '../../observing/request.ts';
import { factsOf } from '../context.ts';
import { SECURITY_HEADERS } from '../security-headers.ts';
import { feedEnded, sessionEnded, type Closing } from './closing.ts';
import { EventStream } from './event-stream.ts';
import type { LiveParts } from './live-parts.ts';
import type { LiveRoom, Seat } from './live-room.ts';
import type { Asked } from './prepared.ts';
import { errorsOf, type Subscribe } from './subscribing.ts';
import { problem } from '../../../schema/errors/problem.ts';

const EVENT_STREAM = 'text/event-stream';

/**
 * Whether a client wants its answers as server-sent events: only those of a subscription come so. Who takes JSON as well, as
 * urql says with every query, is answered with JSON.
 */
const isWanted = ({ method, url, headers: { accept = '' } }: FastifyRequest): boolean => {
  if (method !== 'POST' || url !== '/graphql') return false;
  const types = accept
    .toLowerCase()
    .split(/[,;]/u)
    .map((type) => type.trim());
  return types.includes(EVENT_STREAM) && !types.includes('application/json');
};

const refusal = (status: number, errors: readonly object[]): Response => [
  JSON.stringify({ errors }),
  { status, statusText: '', headers: { 'content-type': 'application/json; charset=utf-8' } },
];

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

const send = async (
  raw: ServerResponse,
  requestId: string,
  [body, init]: Response,
  stream: EventStream,
): Promise<void> => {
  raw.writeHead(init.status, {
    ...SECURITY_HEADERS,
    'x-request-id': requestId,
    ...init.headers,
    'cache-control': 'private, no-store',
    'x-accel-buffering': 'no',
  });
  if (body === null || typeof body === 'string') raw.end(body);
  else await stream.pour(body);
};

/** The error that a stream ends with, as its protocol knows no closing codes. */
const errorOf = (closing: Closing, seat: Seat) => {
  if (closing === 'unauthenticated') return sessionEnded();
  if (closing === 'forbidden')
    return accessDenied({ capabilities: new Set(), ...{ session: seat.session.id } }, []);
  return feedEnded();
};

/**
 * Gives `POST /graphql` with `Accept: text/event-stream` its answers as server-sent events: one operation a connection.
 * Body, media type and token are those of any other POST.
 */
export const serveEventStreams = (
  app: FastifyInstance,
  parts: LiveParts,
  room: LiveRoom,
  subscribe: Subscribe,
): void => {
  const { limits, pool, clock } = parts;

  const open = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const facts = factsOf(request);
    const stream = new EventStream(reply.raw, limits.slowMs);
    const session = facts.token === null ? null : await findSession(pool, facts.token, clock());
    const seat: Seat | null = session && {
      session,
      operations: new Set(),
      close(closing) {
        for (const operation of this.operations) operation.stop(errorOf(closing, this));
      },
    };
    const sat = seat !== null && room.seats < limits.connections && room.sit(seat) ? seat : null;
    const handler = createHandler({
      authenticate: () => null,
      async onSubscribe() {
        if (!seat) return refusal(401, errorsOf(accessDenied(null, []), parts, facts));
        if (!sat)
          return refusal(
            429,
            errorsOf(problem('TOO_MANY_CONNECTIONS', { limit: limits.connectionsOfAccount }), parts, facts),
          );
        try {
          const asked = (request.body ?? {}) as Asked;
          const { answers } = await subscribe(sat, facts, asked);
          // What comes out is formatted already.
          return stream.paced(answers, (error) =>
            errorsOf(error, parts, facts),
          ) as AsyncGenerator<ExecutionResult>;
        } catch (error) {
          const errors = errorsOf(error, parts, facts);
          return refusal(STATUS[String(errors[0]?.extensions?.['code'])] ?? 400, errors);
        }
      },
    });
    try {
      const answer = await handler({
        method: 'POST',
        url: '/graphql',
        headers: { get: (name) => (name === 'accept' ? EVENT_STREAM : request.headers[name]?.toString()) },
        // The document is read from the body by whoever admits it: it may be a hash.
        body: { query: '-' },
        raw: request.raw,
        context: undefined,
      });
      await send(reply.raw, request.id, answer, stream);
    } finally {
      if (sat) room.leave(sat);
    }
  };

  app.addHook('preHandler', async (request, reply) => {
    if (!isWanted(request)) return;
    reply.hijack();
    const seen = requestNow();
    if (seen) seen.isStream = true;
    await open(request, reply).catch((error: unknown) => {
      app.log.error(errorsOf(error, parts, factsOf(request))[0]?.extensions, 'event stream');
      reply.raw.destroy();
    });
  });
};
