import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import gossips from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import records from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_grpc_pb.js';
import { append } from './calls/append.ts';
import { appendRecords } from './calls/append-records.ts';
import { appendSession } from './calls/append-session.ts';
import { batchAppend } from './calls/batch-append.ts';
import { deleteStream, tombstone } from './calls/delete.ts';
import { supportedMethods, type Features } from './calls/features.ts';
import { gossip } from './calls/gossip.ts';
import type { Limits, Node } from './calls/guard.ts';
import { read } from './calls/read.ts';
import { FaultPlan, type Endpoint, type Faults } from './faults.ts';
import { KurrentStore } from './store.ts';

/** What a server is started with. */
export interface KurrentServerOptions {
  /** A superuser's address of the database in which the schema lies. */
  readonly databaseUrl: string;
  /** The schema; one that exists is served as it is, without one the server makes its own. */
  readonly schema?: string;
  readonly port?: number;
  readonly features?: Partial<Features>;
  readonly limits?: Partial<Limits>;
  /** Another node's store: both are then nodes of one cluster. */
  readonly store?: KurrentStore;
  /** A key and a certificate in PEM: only then do clients send their names. */
  readonly tls?: { readonly key: Buffer; readonly certificate: Buffer };
  readonly users?: Readonly<Record<string, string>>;
}

/** A server that runs. */
export interface KurrentServer {
  /** The connection string of the official client. */
  readonly url: string;
  readonly endpoint: Endpoint;
  readonly schema: string;
  readonly store: KurrentStore;
  readonly faults: Faults;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const NEWEST: Features = {
  version: '26.1.0',
  batchAppend: true,
  multiStreamAppend: true,
  appendRecords: true,
};
const LIMITS: Limits = { record: 1024 * 1024, append: 16 * 1024 * 1024 };

/** Starts a server that speaks KurrentDB's protocol, with its records in PostgreSQL. */
export async function startKurrentServer(options: KurrentServerOptions): Promise<KurrentServer> {
  const schema = options.schema ?? `kurrent_${randomBytes(6).toString('hex')}`;
  const store = options.store ?? (await KurrentStore.open(options.databaseUrl, schema));
  const plan = new FaultPlan();
  const sockets = new Map<string, Socket>();
  const node: Node = {
    store,
    faults: plan,
    limits: { ...LIMITS, ...options.limits },
    endpoint: () => endpoint,
    users: options.users ?? null,
    cut: (peer) => sockets.get(peer)?.resetAndDestroy(),
  };
  const served = serve(node, { ...NEWEST, ...options.features });
  const injector = served.createConnectionInjector(credentialsOf(options));
  const listener = createServer((socket) => {
    const peer = `${String(socket.remoteAddress)}:${String(socket.remotePort)}`;
    sockets.set(peer, socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(peer));
    injector.injectConnection(socket);
  });
  const listen = async (port: number) => {
    listener.listen(port, HOST);
    await once(listener, 'listening');
  };
  const cutAll = async () => {
    const closed = listener.listening ? once(listener, 'close') : null;
    listener.close();
    for (const socket of sockets.values()) socket.resetAndDestroy();
    await closed;
  };
  await listen(options.port ?? 0);
  const endpoint: Endpoint = { host: HOST, port: (listener.address() as AddressInfo).port };
  const up = async () => {
    if (!listener.listening) await listen(endpoint.port);
  };
  return {
    url: `kurrentdb://${HOST}:${String(endpoint.port)}?tls=${String(options.tls !== undefined)}`,
    endpoint,
    schema,
    store,
    faults: faultsOf(plan, store, { down: cutAll, up }),
    stop: async () => {
      await cutAll();
      served.forceShutdown();
      injector.destroy();
      if (!options.store) await store.close();
    },
  };
}

function serve(node: Node, known: Features): Server {
  const server = new Server({ 'grpc.max_receive_message_length': 64 * 1024 * 1024 });
  server.addService(features.ServerFeaturesService, { getSupportedMethods: supportedMethods(node, known) });
  server.addService(gossips.GossipService, { read: gossip(node) });
  server.addService(streams.StreamsService, {
    read: read(node),
    append: append(node),
    delete: deleteStream(node),
    tombstone: tombstone(node),
    ...(known.batchAppend ? { batchAppend: batchAppend(node) } : {}),
  });
  if (known.multiStreamAppend || known.appendRecords) {
    server.addService(records.StreamsServiceService, {
      ...(known.multiStreamAppend ? { appendSession: appendSession(node) } : {}),
      ...(known.appendRecords ? { appendRecords: appendRecords(node) } : {}),
    });
  }
  return server;
}

const credentialsOf = ({ tls }: KurrentServerOptions): ServerCredentials =>
  tls
    ? ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }])
    : ServerCredentials.createInsecure();

function faultsOf(
  plan: FaultPlan,
  store: KurrentStore,
  { down, up }: { readonly down: () => Promise<void>; readonly up: () => Promise<void> },
): Faults {
  return {
    notLeader: (leader) => {
      plan.leader = leader;
    },
    unavailable: () => {
      plan.isUnavailable = true;
    },
    slow: plan.slow.bind(plan),
    resetWrites: plan.resetWrites.bind(plan),
    cutReads: plan.cutReads.bind(plan),
    redeliver: plan.redeliver.bind(plan),
    repeat: plan.repeat.bind(plan),
    forget: () => store.forget(),
    down,
    up,
    get befallen() {
      return plan.befallen;
    },
    clear: async () => {
      plan.clear();
      await up();
    },
  };
}
