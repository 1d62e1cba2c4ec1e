import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Judge } from '../../../schema/operation-access.ts';
import type { TrustedDocuments } from '../documents/trusted.ts';
import type { ReportFault } from '../format-error.ts';
import { serveEventStreams } from './event-streams.ts';
import { LIVE_LIMITS } from './live-limits.ts';
import { finishing, type LiveParts, type LiveSource } from './live-parts.ts';
import { LiveRoom } from './live-room.ts';
import { preparing } from './prepared.ts';
import { serveSockets } from './sockets.ts';
import { subscribing } from './subscribing.ts';

/** What the rest of the server hands over. */
export interface LiveSurroundings {
  readonly schema: GraphQLSchema;
  readonly judged: Judge;
  readonly introspection: boolean;
  readonly documents: TrustedDocuments;
  readonly report: ReportFault;
}

/** Subscriptions of a server, and how they end. */
export interface LiveServer {
  /** How many connections and subscriptions are open. */
  readonly open: () => { readonly connections: number; readonly subscriptions: number };
  close(): Promise<void>;
}

/** Serves subscriptions at `/graphql`, over WebSocket and as event streams; before the routes of `/graphql` itself. */
export const serveLive = (
  app: FastifyInstance,
  source: LiveSource,
  { schema, judged, introspection, documents, report }: LiveSurroundings,
): LiveServer => {
  const parts: LiveParts = {
    ...source,
    schema,
    judged,
    report,
    limits: { ...LIVE_LIMITS, ...source.limits },
    prepare: preparing({ schema, judged, introspection, documents }),
    finish: finishing(schema, report),
  };
  const room = new LiveRoom(parts);
  const subscribe = subscribing(parts, room);
  const sockets = serveSockets(app.server, parts, room, subscribe);
  serveEventStreams(app, parts, room, subscribe);
  return {
    open: () => ({ connections: room.seats, subscriptions: room.operations }),
    async close() {
      await room.close();
      await sockets.close();
      await parts.feeds.stop();
    },
  };
};
