import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from '../../database/passing-error.ts';
import type { CollegeReader } from '../college-reader.ts';
import { Channel, type ChannelOptions } from './channel.ts';
import { touchOf, type Touch } from './touch.ts';

/** What subscriptions wait for: pages, their windows, the whole trail, and whatever decides who may see what. */
export type ChannelName = 'gradebook' | 'attendance' | 'edit-windows' | 'audit-trail' | 'rights';

/** What the feed of a college stands on. */
export interface FeedParts {
  readonly reader: CollegeReader;
  /** Where the log ends. */
  readonly head: () => Promise<bigint>;
  readonly channels: Readonly<Record<ChannelName, ChannelOptions>>;
  /** Takes a fault that ended the feed. */
  readonly report: (fault: unknown) => void;
  /** How many touches are held for those who are a little late; who is later asks the trail. */
  readonly held?: number;
}

const HELD = 5_000;

/** How long a log that is out of reach is left alone, in milliseconds. */
const RETRY_MS = 500;

/**
 * What happens in a college, read once for all of its subscriptions in this process. It holds a bounded stretch of
 * touches; nobody's place in it is kept here, so the number of subscriptions changes nothing.
 */
export class CollegeFeed {
  readonly #parts: FeedParts;
  readonly #stopping = new AbortController();
  readonly #channels: Readonly<Record<ChannelName, Channel>>;
  #touches: Touch[] = [];
  #floor: bigint;
  #head: bigint;
  readonly #reading = new Set<() => void>();

  private constructor(parts: FeedParts, head: bigint) {
    this.#parts = parts;
    this.#floor = head;
    this.#head = head;
    const channel = (name: ChannelName): Channel => new Channel(parts.channels[name], head);
    this.#channels = {
      gradebook: channel('gradebook'),
      attendance: channel('attendance'),
      'edit-windows': channel('edit-windows'),
      'audit-trail': channel('audit-trail'),
      rights: channel('rights'),
    };
    void this.#run(head);
  }

  /** Begins at the end of the log. */
  static async start(parts: FeedParts): Promise<CollegeFeed> {
    return new CollegeFeed(parts, await parts.head());
  }

  /** Aborts when it has ended: stopped, or by a fault. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  channel(name: ChannelName): Channel {
    return this.#channels[name];
  }

  /** What was touched after a position, up to another; `null` where that is not held any more, or not read yet. */
  touches(after: bigint, until: bigint): readonly Touch[] | null {
    if (after < this.#floor || until > this.#head) return null;
    return this.#touches.filter(({ position }) => position > after && position <= until);
  }

  /** Resolves once the log was read up to a position, or when the feed or the signal ends. */
  async read(position: bigint, signal: AbortSignal): Promise<void> {
    while (this.#head < position && !signal.aborted && !this.#stopping.signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const wake = (): void => {
        resolve(undefined);
      };
      this.#reading.add(wake);
      signal.addEventListener('abort', wake);
      await promise;
      signal.removeEventListener('abort', wake);
      this.#reading.delete(wake);
    }
  }

  /** Ends it, and every wait for it. */
  stop(): void {
    this.#stopping.abort();
    for (const wake of this.#reading) wake();
    for (const channel of Object.values(this.#channels)) channel.close();
  }

  async #run(from: bigint): Promise<void> {
    const { reader, report, held = HELD } = this.#parts;
    const { signal } = this.#stopping;
    for (let position = from; !signal.aborted;)
      try {
        for await (const page of reader.follow(position, signal)) {
          const touches = page.map((event) => touchOf(reader.decode(event)));
          position = page.at(-1)?.position ?? position;
          this.#head = position;
          for (const wake of this.#reading) wake();
          this.#touches.push(...touches);
          const dropped = this.#touches.splice(0, Math.max(0, this.#touches.length - held));
          this.#floor = dropped.at(-1)?.position ?? this.#floor;
          for (const channel of Object.values(this.#channels)) channel.take(touches);
        }
      } catch (error) {
        if (isPassing(error)) await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
        else {
          report(error);
          this.stop();
        }
      }
  }
}
