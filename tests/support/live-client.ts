import { createClient, type Client } from 'graphql-ws';
import { createClient as createStreamClient } from 'graphql-sse';
import { WebSocket } from 'ws';
import type { ApiClient } from './api-client.ts';

/** An answer of a subscription as a client sees it. */
export interface LiveAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** What came of a subscription so far, and what is still to come. */
export interface Listening {
  /** The next answer. Throws with what the subscription was ended by. */
  next(): Promise<LiveAnswer>;
  /** What it was ended by; resolves when it has. */
  readonly ended: Promise<unknown>;
  stop(): void;
}

interface Sink {
  next(answer: LiveAnswer): void;
  error(error: unknown): void;
  complete(): void;
}

/** Gathers the answers of a subscription, so that a test can take them one by one. */
export const listening = (subscribe: (sink: Sink) => () => void): Listening => {
  const answers: LiveAnswer[] = [];
  const waiting: PromiseWithResolvers<LiveAnswer>[] = [];
  const ended = Promise.withResolvers<unknown>();
  let end: { readonly by: unknown } | null = null;
  const over = (by: unknown): void => {
    end ??= { by };
    ended.resolve(by);
    for (const one of waiting.splice(0)) one.reject(new Error(`ended: ${JSON.stringify(by)}`));
  };
  const stop = subscribe({
    next(answer) {
      const first = waiting.shift();
      if (first) first.resolve(answer);
      else answers.push(answer);
    },
    error: over,
    complete: () => {
      over('complete');
    },
  });
  return {
    next() {
      const first = answers.shift();
      if (first) return Promise.resolve(first);
      if (end) return Promise.reject(new Error(`ended: ${JSON.stringify(end.by)}`));
      const one = Promise.withResolvers<LiveAnswer>();
      waiting.push(one);
      return one.promise;
    },
    ended: ended.promise,
    stop,
  };
};

/** A client over WebSocket, as a browser's front end has one; it does not come back by itself. */
export const socketClient = (origin: string, token: string | null, headers: object = {}): Client =>
  createClient({
    url: `${origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: { ...headers } });
      }
    },
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    ...(token !== null && { connectionParams: { authorization: `Bearer ${token}` } }),
  });

/** Subscribes over a client of WebSocket. */
export const listen = (client: Client, query: string, variables: Record<string, unknown> = {}): Listening =>
  listening((sink) => client.subscribe({ query, variables }, sink));

/** Subscribes over server-sent events. */
export const listenByStream = (
  origin: string,
  { token }: Pick<ApiClient, 'token'>,
  query: string,
  variables: Record<string, unknown> = {},
): Listening =>
  listening((sink) =>
    createStreamClient({
      url: `${origin}/graphql`,
      retryAttempts: 0,
      headers: { authorization: `Bearer ${token ?? ''}` },
    }).subscribe({ query, variables }, sink),
  );
