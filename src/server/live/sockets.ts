import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { findSession } from '../../identity/sessions.ts';
import { recordOf } from '../fault.ts';
import type { LiveParts } from './live-parts.ts';
import type { LiveRoom } from './live-room.ts';
import { LiveSocket } from './live-socket.ts';
import { RefusedOperation } from './prepared.ts';
import { errorsOf, type Subscribe } from './subscribing.ts';
import { problem } from '../../../schema/errors/problem.ts';

/** How often sockets are looked at for clients that do not take their answers, in milliseconds. */
const SLOWNESS_MS = 1_000;

const REFUSALS = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const;

const refuse = (socket: Duplex, status: keyof typeof REFUSALS): void => {
  socket.on('error', () => undefined);
  socket.end(
    `HTTP/1.1 ${String(status)} ${REFUSALS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  );
};

/** A browser says from which site it comes (ASVS 4.4.2); whoever comes from none is no browser. */
const isOwnSite = ({ headers: { origin, host } }: IncomingMessage): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?')[0] ?? '';

/** What a protocol server is told of one message; nothing is ever answered after a socket was told to close. */
const closing = new Promise<never>(() => undefined);

const protocolOf = (parts: LiveParts, room: LiveRoom, subscribe: Subscribe) =>
  makeServer<Record<string, unknown>, LiveSocket>({
    connectionInitWaitTimeout: parts.limits.initMs,

    async onConnect({ connectionParams, extra: socket }) {
      const token = socket.tokenIn(connectionParams);
      const session = token === null ? null : await findSession(parts.pool, token, parts.clock());
      if (session && room.sit(socket.seatOf(session))) return true;
      socket.close(session ? 'tooMany' : 'unauthenticated');
      return closing;
    },

    async onSubscribe({ extra: { seat, facts } }, _id, asked) {
      if (!seat) return [problem('SIGN_IN_FIRST', {})];
      try {
        const { answers, document, operationName } = await subscribe(seat, facts, asked);
        return { schema: parts.schema, document, operationName, contextValue: answers };
      } catch (error) {
        if (error instanceof RefusedOperation) return error.errors;
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    },

    // What comes out is formatted already.
    subscribe: ({ contextValue }) => contextValue as AsyncGenerator<ExecutionResult>,

    onNext: (_context, _id, _payload, _asked, result) => result as FormattedExecutionResult,

    onError: ({ extra: { facts } }, _id, _payload, errors) =>
      errors.flatMap((error) =>
        errorsOf(error instanceof GraphQLError ? (error.originalError ?? error) : error, parts, facts),
      ),
  });

/** Takes WebSockets of the protocol `graphql-transport-ws` at `/graphql` of an HTTP server; gives what closes them. */
export const serveSockets = (
  server: Server,
  parts: LiveParts,
  room: LiveRoom,
  subscribe: Subscribe,
): { readonly close: () => Promise<void> } => {
  const { limits, report } = parts;
  const protocol = protocolOf(parts, room, subscribe);
  const open = new Set<LiveSocket>();
  let strangers = 0;
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    handleProtocols,
  });

  const onConnection = (socket: WebSocket, request: IncomingMessage): void => {
    const live = new LiveSocket(
      socket,
      {
        token: null,
        address: request.socket.remoteAddress ?? '',
        requestId: randomUUID(),
        language: request.headers['accept-language'] ?? null,
      },
      limits,
    );
    open.add(live);
    strangers += 1;
    let isStranger = true;
    const settle = (): void => {
      if (isStranger) strangers -= 1;
      isStranger = false;
    };
    const onMessage = async (answer: (text: string) => Promise<void>, text: string): Promise<void> => {
      if (!live.counts()) {
        live.close('tooMany');
        return;
      }
      try {
        await answer(text);
      } catch (error) {
        report({ ...recordOf(error), traceId: live.facts.requestId });
        live.close('fault');
      }
    };
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: async (data) => {
          if (live.seat) settle();
          await live.send(data);
        },
        close: (code, reason = '') => {
          if (code === undefined) live.close('fault');
          else live.end(code, reason);
        },
        onMessage: (answer) =>
          socket.on('message', (data) => {
            // Messages are texts of at most `messageBytes`: ws gives them whole.
            void onMessage(answer, (data as Buffer).toString('utf8'));
          }),
      },
      live,
    );
    // What breaks the protocol of WebSocket itself (too large a message, bad frames) closes the socket by itself.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      settle();
      open.delete(live);
      if (live.seat) room.leave(live.seat);
      closed(code, reason.toString('utf8')).catch((error: unknown) => {
        report({ ...recordOf(error), traceId: live.facts.requestId });
      });
    });
  };

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(request) !== '/graphql') refuse(socket, 404);
    else if (!isOwnSite(request)) refuse(socket, 403);
    else if (strangers >= limits.strangers || room.seats + strangers >= limits.connections)
      refuse(socket, 503);
    else wss.handleUpgrade(request, socket, head, onConnection);
  });

  const timers = [
    setInterval(() => {
      for (const socket of open) socket.lookForSlowness();
    }, SLOWNESS_MS),
    setInterval(() => {
      for (const socket of open) socket.ping();
    }, limits.keepAliveMs),
  ];
  return {
    async close() {
      timers.forEach(clearInterval);
      for (const socket of open) socket.close('goingAway');
      const { promise, resolve } = Promise.withResolvers<undefined>();
      wss.close(() => {
        resolve(undefined);
      });
      await promise;
    },
  };
};
