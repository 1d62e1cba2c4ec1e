import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Contender } from './contender.ts';

/** What the crowd subscribes to, over so many sockets. */
export interface CrowdOptions {
  readonly to: Contender;
  readonly tokens: readonly string[];
  readonly sockets: number;
  readonly each: number;
  /** What a client sends to subscribe. */
  readonly asked: object;
}

/** What one change cost to deliver to everybody. */
export interface Delivered {
  /** How long after it was told each of them had it, in milliseconds. */
  readonly waits: readonly number[];
  readonly bytes: number;
}

/** Everybody who is subscribed, in this process. */
export interface Crowd {
  /** The payload of the last change. */
  readonly last: () => string;
  /** Tells something, and waits until everybody has been told of it. */
  readonly delivered: (tell: () => Promise<unknown>) => Promise<Delivered>;
  readonly close: () => void;
}

const PATIENCE_MS = 60_000;

const NEXT = '"type":"next"';

/** Opens the sockets, each with so many subscriptions, and waits until the server has them all. */
export const openCrowd = async ({ to, tokens, sockets, each, asked }: CrowdOptions): Promise<Crowd> => {
  let onNext: (text: Buffer) => void = () => undefined;
  const open = await Promise.all(
    Array.from({ length: sockets }, async (_, nth) => {
      const socket = new WebSocket(`${to.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        perMessageDeflate: false,
      });
      const acknowledged = Promise.withResolvers<undefined>();
      socket.on('open', () => {
        const authorization = `Bearer ${tokens[nth % tokens.length] ?? ''}`;
        socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
      });
      socket.on('message', (data: Buffer) => {
        if (data.includes(NEXT)) onNext(data);
        else if (data.includes('connection_ack')) acknowledged.resolve(undefined);
        else if (data.includes('"type":"error"')) throw new Error(data.toString('utf8'));
      });
      socket.on('close', (code, reason) => {
        acknowledged.reject(new Error(`Closed with ${String(code)}: ${reason.toString()}`));
      });
      await acknowledged.promise;
      for (let id = 0; id < each; id += 1)
        socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: asked }));
      return socket;
    }),
  );
  const until = performance.now() + PATIENCE_MS;
  while (Number(await to.ask('open')) < sockets * each) {
    if (performance.now() > until) throw new Error('Not everybody could subscribe.');
    await sleep(50);
  }

  let last = '';
  return {
    last: () => last,
    async delivered(tell) {
      const waits: number[] = [];
      let bytes = 0;
      let toldAt = 0;
      const all = Promise.withResolvers<undefined>();
      onNext = (data) => {
        waits.push(performance.now());
        bytes += data.length;
        if (waits.length < sockets * each) return;
        last = data.toString('utf8');
        all.resolve(undefined);
      };
      await tell();
      toldAt = performance.now();
      await all.promise;
      return { waits: waits.map((at) => Math.max(0, at - toldAt)), bytes };
    },
    close() {
      for (const socket of open) socket.terminate();
    },
  };
};
