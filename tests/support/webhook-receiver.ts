import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A message as a receiver got it. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a receiver answers a message: a status with headers and a text, or never. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A receiver of webhooks on this machine. */
export interface Receiver {
  readonly url: string;
  /** Everything that came, in order. */
  readonly received: readonly Received[];
  /** Answers from now on. */
  answer(reply: (message: Received) => Reply | 'never'): void;
  /** The first message that fits, as soon as it is there. */
  got(fits: (message: Received) => boolean): Promise<Received>;
  close(): Promise<void>;
}

/** The parts of a message's body. */
export const told = ({ body }: Received) =>
  JSON.parse(body) as {
    readonly type: string;
    readonly timestamp: string;
    readonly data: {
      readonly webhookId: string;
      readonly eventId: string;
      readonly position: string;
      readonly subjects: Readonly<Record<string, string>>;
      readonly receipt: { readonly position: string; readonly leafHash: string };
    };
  };

/** Listens on a free port of the loopback; it answers 204 until it is told otherwise. */
export const receive = async (): Promise<Receiver> => {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  let reply: (message: Received) => Reply | 'never' = () => ({ status: 204 });
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const message = { path: request.url ?? '', headers: request.headers, body };
      received.push(message);
      for (const wake of waiting) wake();
      const answer = reply(message);
      if (answer === 'never') return;
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/hook`,
    received,
    answer(next) {
      reply = next;
    },
    async got(fits) {
      for (;;) {
        const found = received.find(fits);
        if (found) return found;
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
};
