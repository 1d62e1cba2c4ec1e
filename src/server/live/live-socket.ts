import type { WebSocket } from 'ws';
import type { Session } from '../../identity/session.ts';
import { bearerOf, type RequestFacts } from '../context.ts';
import { closingIn, type Closing } from './closing.ts';
import type { LiveLimits } from './live-limits.ts';
import type { Seat } from './live-room.ts';

/** How long a socket that was told to close may take, in milliseconds, before it is cut. */
const CLOSE_MS = 2_000;

/** Within how long messages are counted, in milliseconds. */
const COUNTED_MS = 10_000;

/** Bytes a socket may hold that its client has not taken; an answer is sent when the one before has left. */
const HELD_BYTES = 4 * 1024 * 1024;

const textIn = (params: unknown, ...names: readonly string[]): string | undefined => {
  if (typeof params !== 'object' || params === null) return undefined;
  const given = Object.entries(params).find(([name]) => names.includes(name.toLowerCase()));
  return typeof given?.[1] === 'string' ? given[1] : undefined;
};

/** One WebSocket: who is on it, whether it takes what it is sent, and whether it still lives. */
export class LiveSocket {
  readonly #socket: WebSocket;
  readonly #facts: RequestFacts;
  readonly #limits: LiveLimits;
  #seat: Seat | null = null;
  #sending = 0;
  /** When the last answer left, or the first of those that did not was sent. */
  #movedAt = 0;
  #isAlive = true;
  #messages = 0;
  #countedSince = 0;

  constructor(socket: WebSocket, facts: RequestFacts, limits: LiveLimits) {
    this.#socket = socket;
    this.#facts = facts;
    this.#limits = limits;
    socket.on('pong', () => {
      this.#isAlive = true;
    });
  }

  /** Who is on it; `null` before they have said so. */
  get seat(): Seat | null {
    return this.#seat;
  }

  /** What the client said of itself when it connected. */
  get facts(): RequestFacts {
    return this.#facts;
  }

  /** The token among the parameters of the connection, as in the header of a request; `null` where there is none. */
  tokenIn(params: unknown): string | null {
    return bearerOf(textIn(params, 'authorization'));
  }

  /** Gives it to whoever has signed in on it. */
  seatOf(session: Session): Seat {
    const seat: Seat = {
      session,
      operations: new Set(),
      close: (closing) => {
        this.close(closing);
      },
    };
    this.#seat = seat;
    return seat;
  }

  /** Resolves once the message has left the process; a client that lets too much pile up is closed. */
  async send(data: string): Promise<void> {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > HELD_BYTES) {
      this.close('tooSlow');
      return;
    }
    if (this.#sending === 0) this.#movedAt = performance.now();
    this.#sending += 1;
    await new Promise<void>((resolve) => {
      // A socket that fails while it is written to is closed by itself.
      socket.send(data, () => {
        resolve();
      });
    });
    this.#sending -= 1;
    this.#movedAt = performance.now();
  }

  /** Counts a message of the client; false where there were too many. */
  counts(): boolean {
    const now = performance.now();
    if (now - this.#countedSince > COUNTED_MS) {
      this.#countedSince = now;
      this.#messages = 0;
    }
    this.#messages += 1;
    return this.#messages <= this.#limits.messages;
  }

  /** Closes a client that has not taken an answer for too long. */
  lookForSlowness(): void {
    if (this.#sending > 0 && performance.now() - this.#movedAt > this.#limits.slowMs) this.close('tooSlow');
  }

  /** Asks whether the other side is there, and cuts the connection where it did not answer the last time. */
  ping(): void {
    if (!this.#isAlive) {
      this.#socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.#socket.ping();
  }

  /** Closes it with a reason, and cuts it where the client does not close as well. */
  close(closing: Closing): void {
    const { code, reason } = closingIn(this.#facts.language, closing);
    this.end(code, reason);
  }

  /** The same in the words of the protocol. */
  end(code: number, reason: string): void {
    this.#socket.close(code, reason);
    setTimeout(() => {
      this.#socket.terminate();
    }, CLOSE_MS).unref();
  }
}
