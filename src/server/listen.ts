import type { FastifyInstance } from 'fastify';
import { StartFault } from '../start-fault.ts';

/** Where to listen; port 0 takes a free one. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const sentences: Readonly<Record<string, (address: Address) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1}.`,
  EACCES: ({ port }) => `Port ${port} may not be used by this user: choose one above 1023 with PORT=4000.`,
  EADDRNOTAVAIL: ({ host }) => `The address ${host} is not one of this machine's: choose another with HOST.`,
};

/** Connections that may wait to be accepted: a whole college that comes back at once after a break. */
const BACKLOG = 4_096;

/** Starts to listen and returns the origin, `http://127.0.0.1:4000`. Throws `StartFault` with one clear sentence. */
export const listen = async (app: FastifyInstance, address: Address): Promise<string> => {
  try {
    await app.listen({ host: address.host, port: address.port, backlog: BACKLOG });
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : '';
    const sentence = sentences[code];
    throw sentence ? new StartFault(sentence(address), { cause: error }) : error;
  }
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `http://${host}:${port}`;
};

/** How long requests under way may take to finish before their connections are cut. */
const DRAIN_MS = 10_000;

/** Stops listening, lets requests under way finish, then cuts what is left. */
export const drain = async (app: FastifyInstance): Promise<void> => {
  const patience = setTimeout(() => {
    app.server.closeAllConnections();
  }, DRAIN_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(patience);
  }
};
