import { Agent, request } from 'node:http';
import type { Contender } from './contender.ts';

const CALLERS = 10;

/** A request that is sent again and again. */
export interface Shot {
  readonly to: Contender;
  readonly path: string;
  readonly body: string;
  readonly token?: string;
  /** `POST` unless it says otherwise; a GET has no body. */
  readonly method?: 'GET';
  /** What the client has already: the answer is then 304 and empty. */
  readonly etag?: string;
}

/** What a slice of load cost. */
export interface Load {
  /** Processor time of the server for each request, in milliseconds. */
  readonly cpu: number;
  /** Waiting time of the middle request, and of the hundredth, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly bytes: number;
}

const agent = new Agent({ keepAlive: true });

/** Sends once and gives the answer; anything but 200, or 304 to who has it, ends the bench. */
export const answerTo = ({ to: { origin }, path, body, token, method, etag }: Shot): Promise<Buffer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const headers = {
    ...(method
      ? { 'apollo-require-preflight': '1' }
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    accept: 'application/json',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const expected = etag === undefined ? 200 : 304;
  request(`${origin}${path}`, { method: method ?? 'POST', agent, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const answer = Buffer.concat(chunks);
      if (response.statusCode === expected) resolve(answer);
      else reject(new Error(`${String(response.statusCode)}: ${answer.toString().slice(0, 500)}`));
    });
  })
    .on('error', reject)
    .end(body);
  return promise;
};

/** Ten callers, each waiting for its answer, for so long. All answers must be of one length. */
export const load = async (shot: Shot, milliseconds: number): Promise<Load> => {
  const waits: number[] = [];
  const { length: bytes } = await answerTo(shot);
  const before = await shot.to.cpu();
  const started = performance.now();
  const call = async (): Promise<void> => {
    for (let sent = performance.now(); sent - started < milliseconds;) {
      const { length } = await answerTo(shot);
      if (length !== bytes) throw new Error(`An answer of ${length} bytes after one of ${bytes}.`);
      const arrived = performance.now();
      waits.push(arrived - sent);
      sent = arrived;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, call));
  const elapsed = performance.now() - started;
  const used = (await shot.to.cpu()) - before;
  waits.sort((one, other) => one - other);
  const at = (share: number): number => waits[Math.floor(waits.length * share)] ?? NaN;
  return {
    cpu: used / waits.length,
    p50: at(0.5),
    p99: at(0.99),
    perSecond: (waits.length * 1_000) / elapsed,
    bytes,
  };
};
