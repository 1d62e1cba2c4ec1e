import { setTimeout as sleep } from 'node:timers/promises';
import { EVERYTHING, topicsOf, type Touch } from './touch.ts';

/** How long a projection that does not come is left alone, in milliseconds. */
const RETRY_MS = 250;

/** Waits, bounded, until a projection shows a position; false when it does not in time. */
export type Shown = (position: bigint) => Promise<boolean>;

/** What of the log one kind of subscription waits for, and the projection that has to show it first. */
export interface ChannelOptions {
  /** The events it is about; `null`: every one. */
  readonly types: ReadonlySet<string> | null;
  readonly shown: Shown;
}

/** Whoever waits for this is woken by every event of the channel. */
export const ANY = [EVERYTHING] as const;

/**
 * Tells those who wait for a topic that something happened there, once the read model shows it. It keeps a position a
 * topic and nothing for those who wait, so a slow one costs no memory. While nobody waits, no projection is hurried.
 */
export class Channel {
  readonly #options: ChannelOptions;
  readonly #last = new Map<string, bigint>();
  readonly #waiting = new Map<string, Set<() => void>>();
  /** Topics not told yet, by their last position. */
  readonly #pending = new Map<string, bigint>();
  #upTo = 0n;
  readonly #start: bigint;
  #ready: Promise<boolean> | null = null;
  #isShowing = false;
  #isOver = false;

  constructor(options: ChannelOptions, position: bigint) {
    this.#options = options;
    this.#start = position;
  }

  /** Up to where everything is known of some topics and shown by the read model. */
  reached(topics: readonly string[]): bigint {
    return topics.reduce((reached, topic) => {
      const last = this.#last.get(topic) ?? 0n;
      return last > reached ? last : reached;
    }, this.#start);
  }

  /** Whether the read model shows what there was before the channel began, within a bounded time. */
  isReady(): Promise<boolean> {
    this.#ready ??= this.#options.shown(this.#start).then((isShown) => {
      if (!isShown) this.#ready = null;
      return isShown;
    });
    return this.#ready;
  }

  /** Takes what was read from the log. */
  take(touches: readonly Touch[]): void {
    const { types } = this.#options;
    for (const touch of touches) {
      if (types !== null && !types.has(touch.type)) continue;
      this.#upTo = touch.position;
      for (const topic of topicsOf(touch)) this.#pending.set(topic, touch.position);
    }
    if (this.#pending.size > 0 && this.#waiting.size > 0) this.#hurry();
  }

  /** Resolves once one of the topics has been told of after a position, or is woken, or the signal aborts. */
  async next(topics: readonly string[], after: bigint, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#isOver || this.reached(topics) > after) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const wake = (): void => {
      resolve(undefined);
    };
    signal.addEventListener('abort', wake);
    for (const topic of topics) this.#waiting.getOrInsertComputed(topic, () => new Set()).add(wake);
    if (this.#pending.size > 0) this.#hurry();
    await promise;
    signal.removeEventListener('abort', wake);
    for (const topic of topics) {
      const waiting = this.#waiting.get(topic);
      waiting?.delete(wake);
      if (waiting?.size === 0) this.#waiting.delete(topic);
    }
  }

  /** Resolves once everything that was taken has been told, or when it is over or the signal aborts. */
  async level(signal: AbortSignal): Promise<void> {
    while (this.#pending.size > 0 && !signal.aborted && !this.#isOver)
      await this.next(ANY, this.reached(ANY), signal);
  }

  /** Wakes everybody who waits, though nothing happened: to look again. */
  wake(): void {
    for (const waiting of this.#waiting.values()) for (const wake of waiting) wake();
  }

  /** Ends it; nobody waits any more. */
  close(): void {
    this.#isOver = true;
    this.wake();
  }

  #hurry(): void {
    if (this.#isShowing) return;
    this.#isShowing = true;
    void this.#show();
  }

  async #show(): Promise<void> {
    while (this.#pending.size > 0 && this.#waiting.size > 0 && !this.#isOver) {
      const upTo = this.#upTo;
      if (await this.#options.shown(upTo).catch(() => false)) this.#tell(upTo);
      else await sleep(RETRY_MS, undefined, { ref: false });
    }
    this.#isShowing = false;
  }

  #tell(upTo: bigint): void {
    for (const [topic, position] of this.#pending) {
      if (position > upTo) continue;
      this.#pending.delete(topic);
      this.#last.set(topic, position);
      for (const wake of this.#waiting.get(topic) ?? []) wake();
    }
  }
}
