import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contend } from './contender.ts';

/* The least that can answer: `node:http` and `JSON.stringify` of an object that stands ready, one for each path. */
contend(async (answers: Readonly<Record<string, unknown>>) => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const body = JSON.stringify(answers[request.url ?? '']);
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
