import { request as plainRequest, Agent as PlainAgent, type IncomingMessage } from 'node:http';
import { request as secureRequest, Agent as SecureAgent } from 'node:https';
import { addressFault } from '../policies/webhook-address.ts';
import { guardedLookup, RefusedAddress } from './guarded-lookup.ts';

/** What became of one attempt to deliver. */
export type Result =
  'delivered' | 'gone' | 'redirected' | 'refusedByReceiver' | 'unreachable' | 'timedOut' | 'addressRefused';

/** An attempt: its result, the status where one came, and how long the receiver asks to wait, in milliseconds. */
export interface Attempted {
  readonly result: Result;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
}

/** A way to one address. It keeps its connection, which was looked at when it was made. */
export interface Line {
  /** Sends one message, unless `ending` aborts: then nobody knows what became of it. */
  send(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    ending?: AbortSignal,
  ): Promise<Attempted>;
  close(): void;
}

/** More of an answer is not taken: nothing in it matters but the status. */
const MOST_ANSWER_BYTES = 16 * 1024;

const USER_AGENT = 'GradeLedger-Webhooks/1';

const failed = (result: Result): Attempted => ({ result, status: null, retryAfterMs: null });

const resultOf = (status: number): Result => {
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirected' : 'refusedByReceiver';
};

/** `Retry-After`, as seconds or as a date (RFC 9110 §10.2.3). */
const retryAfterOf = (value: string | undefined, now: number): number | null => {
  if (value === undefined) return null;
  const ms = /^\d{1,9}$/u.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
};

const isReset = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET';

/** Takes a bounded answer to its end, so that the connection can be used again, and throws every byte of it away. */
const drained = async (response: IncomingMessage): Promise<void> => {
  let bytes = 0;
  for await (const piece of response) {
    bytes += (piece as Buffer).length;
    if (bytes > MOST_ANSWER_BYTES) break;
  }
};

/**
 * Opens a way to an address: the name is resolved for each connection, and the connection goes to what was looked at.
 * Redirects are not followed, proxies of the environment are not used, cookies are not kept.
 */
export const openLine = (loopback: boolean, timeoutMs: number): Line => {
  const manner = { keepAlive: true, maxSockets: 1, lookup: guardedLookup(loopback) };
  const agents = { 'http:': new PlainAgent(manner), 'https:': new SecureAgent(manner) };

  const post = async (
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<Attempted> => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const isSecure = url.protocol === 'https:';
    const request = (isSecure ? secureRequest : plainRequest)(url, {
      method: 'POST',
      agent: agents[isSecure ? 'https:' : 'http:'],
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': USER_AGENT,
      },
      signal,
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end(body);
    const response = await promise.catch((error: unknown) => {
      // The receiver had closed the kept connection meanwhile: nothing was taken yet.
      if (request.reusedSocket && isReset(error)) return null;
      throw error;
    });
    if (!response) return await post(url, headers, body, signal);
    const status = response.statusCode ?? 0;
    // What the receiver says after its status, or fails to say, changes nothing.
    await drained(response).catch(() => undefined);
    const retryAfterMs = retryAfterOf(response.headers['retry-after'], Date.now());
    return { result: resultOf(status), status, retryAfterMs };
  };

  return {
    async send(address, headers, body, ending) {
      // An address that is a number is connected to without being looked up: such a one never gets this far.
      if (addressFault(address, loopback)) return failed('addressRefused');
      const patience = AbortSignal.timeout(timeoutMs);
      const signal = ending ? AbortSignal.any([ending, patience]) : patience;
      try {
        return await post(new URL(address), headers, body, signal);
      } catch (error) {
        if (error instanceof RefusedAddress) return failed('addressRefused');
        return failed(signal.aborted ? 'timedOut' : 'unreachable');
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
};
