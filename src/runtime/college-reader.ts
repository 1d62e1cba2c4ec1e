import type { Recorded } from '../../events/recorded.ts';
import { decode } from '../log/body.ts';
import { LogFault, type EventLog, type OpenedEvent } from '../log/event-log.ts';
import { Tail } from './tail.ts';
import type { Decode } from './routes.ts';

/** How much a reader reads and keeps. */
export interface ReaderSize {
  /** Events handed out at once, and read at once by whoever lags. */
  readonly page: number;
  /** Events kept for those who are slower than the fastest; who falls further behind reads by itself. */
  readonly held: number;
}

const SIZE: ReaderSize = { page: 2_500, held: 10_000 };

interface Follower {
  position: bigint;
}

type Page = readonly OpenedEvent[];

const lastOf = (page: Page, after: bigint): bigint => page.at(-1)?.position ?? after;

/** Positions are dense: a page with a hole means that the log was damaged. */
const demandDense = (page: Page, after: bigint): Page => {
  if (
    page.length > 0 &&
    (page[0]?.position !== after + 1n || lastOf(page, after) !== after + BigInt(page.length))
  )
    throw new LogFault(`the log has a hole after position ${String(after)}`);
  return page;
};

/**
 * Reads one college's log for all of its projections: each page is read once and each event decoded once for all that
 * stand at the same place. One that stands elsewhere reads by itself until it is level. Events are let go of as soon
 * as the last follower has passed them: what they open to must not outlive its key in memory.
 */
export class CollegeReader {
  readonly #log: EventLog;
  readonly #college: string;
  readonly #size: ReaderSize;
  readonly #followers = new Set<Follower>();
  readonly #reading = new Map<bigint, Promise<Page>>();
  /** In the order of their first events; pages that were read apart may overlap. */
  #held: Page[] = [];
  #tail: Tail | null = null;
  #decoded = new WeakMap<OpenedEvent, Recorded>();

  constructor(log: EventLog, college: string, size = SIZE) {
    this.#log = log;
    this.#college = college;
    this.#size = size;
  }

  /** Decodes an event, once for all who ask. */
  readonly decode: Decode = (event) => {
    const known = this.#decoded.get(event);
    if (known) return known;
    const recorded = decode(event);
    this.#decoded.set(event, recorded);
    return recorded;
  };

  /** Pages after a position: in order, none skipped, none twice, until the signal aborts. */
  async *follow(after: bigint, signal: AbortSignal): AsyncIterable<Page> {
    const follower: Follower = { position: after };
    this.#followers.add(follower);
    try {
      while (!signal.aborted) {
        const page = this.#heldAfter(follower.position) ?? (await this.#more(follower.position, signal));
        if (page.length === 0 || aborted(signal)) continue;
        // Whoever is behind the end of the log finds the next page read when it is done with this one.
        if (page.length === this.#size.page) this.#readAhead(lastOf(page, after));
        yield page;
        follower.position = lastOf(page, after);
        this.#letGo();
      }
    } finally {
      this.#followers.delete(follower);
      this.#letGo();
    }
  }

  /** What is held after a position, of several pages together where there are; `null`: nothing. */
  #heldAfter(after: bigint): Page | null {
    const found: OpenedEvent[] = [];
    let reached = after;
    for (const page of this.#held) {
      const [first] = page;
      if (!first || first.position > reached + 1n) continue;
      const skipped = Number(reached - first.position + 1n);
      if (skipped >= page.length) continue;
      const room = this.#size.page - found.length;
      if (found.length === 0 && skipped === 0 && page.length >= room) return page.slice(0, room);
      found.push(...page.slice(skipped, skipped + room));
      if (found.length === this.#size.page) break;
      reached = lastOf(page, reached);
    }
    return found.length > 0 ? found : null;
  }

  /** Reads what follows a position, or waits for it; empty where it is worth looking again. */
  async #more(after: bigint, signal: AbortSignal): Promise<Page> {
    if (this.#tail?.position !== after) {
      const page = await this.#read(after);
      if (page.length > 0) return page;
    }
    await this.#tailFrom(after).next(signal);
    return [];
  }

  #read(after: bigint): Promise<Page> {
    return this.#reading.getOrInsertComputed(after, async () => {
      try {
        const page = demandDense(await this.#log.read(this.#college, after, this.#size.page), after);
        this.#hold(page);
        return page;
      } finally {
        this.#reading.delete(after);
      }
    });
  }

  #readAhead(after: bigint): void {
    if (this.#tail?.position === after || this.#heldAfter(after)) return;
    // Whoever comes for it hears of a failure.
    this.#read(after).catch(() => undefined);
  }

  /** The subscription at the end of the log; a new one where reads have passed it. */
  #tailFrom(after: bigint): Tail {
    if (this.#tail?.isOver === false && this.#tail.position >= after) return this.#tail;
    this.#tail?.stop();
    this.#tail = new Tail(this.#log, this.#college, after, (page) => {
      this.#hold(page);
    });
    return this.#tail;
  }

  #hold(page: Page): void {
    const [first] = page;
    if (!first || this.#followers.size === 0) return;
    const at = this.#held.findLastIndex((other) => (other[0]?.position ?? 0n) <= first.position);
    this.#held.splice(at + 1, 0, page);
    while (this.#held.length > 1 && this.#held.reduce((sum, { length }) => sum + length, 0) > this.#size.held)
      this.#held.shift();
  }

  #letGo(): void {
    let slowest: bigint | null = null;
    for (const { position } of this.#followers)
      if (slowest === null || position < slowest) slowest = position;
    if (slowest === null) {
      this.#held = [];
      this.#tail?.stop();
      this.#tail = null;
      return;
    }
    const passed = slowest;
    this.#held = this.#held.filter((page) => lastOf(page, 0n) > passed);
  }
}

const aborted = (signal: AbortSignal): boolean => signal.aborted;
