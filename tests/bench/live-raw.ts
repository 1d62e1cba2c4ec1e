import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { contend } from './contender.ts';

/** What a bare server sends to whoever subscribed: one and the same change. */
export interface RawSetup {
  readonly payload: string;
}

const subscribed: (readonly [WebSocket, string])[] = [];
let payload = '';

/* The same protocol with nothing behind it: it knows nobody, looks nothing up, and puts a text together for each. */
contend(
  async (setup: RawSetup) => {
    ({ payload } = setup);
    const server = createServer();
    const sockets = new WebSocketServer({ server, perMessageDeflate: false });
    sockets.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        const { type, id = '' } = JSON.parse(data.toString('utf8')) as { type: string; id?: string };
        if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
        if (type === 'subscribe') subscribed.push([socket, id]);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  },
  {
    open: () => subscribed.length,
    tell: () => {
      for (const [socket, id] of subscribed)
        socket.send(JSON.stringify({ id, type: 'next', payload: JSON.parse(payload) as unknown }));
      return true;
    },
  },
);
