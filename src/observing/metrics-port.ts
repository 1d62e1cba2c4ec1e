import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Metrics } from './metrics.ts';

/** Where metrics are fetched: an address of their own, apart from what the world reaches. */
export interface MetricsPlace {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Metrics that are served. */
export interface MetricsPort {
  /** `http://127.0.0.1:9464/metrics`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `GET /metrics` and nothing else. Rejects where the address can not be listened at. */
export const serveMetrics = async (metrics: Metrics, { host, port }: MetricsPlace): Promise<MetricsPort> => {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(503).end(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/metrics`,
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
};
