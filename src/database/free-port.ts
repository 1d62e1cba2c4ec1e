import { once } from 'node:events';
import { createServer } from 'node:net';

const POSTGRES_DEFAULT = 5432;

/** A loopback port that nobody listens on now; never PostgreSQL's own, where another server is expected. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address && address.port !== POSTGRES_DEFAULT
    ? address.port
    : freePort();
}
