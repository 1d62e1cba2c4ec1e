import type { EventLog, OpenedEvent } from '../log/event-log.ts';

/** The end of a college's log as one subscription that several wait for. */
export class Tail {
  readonly #pages: AsyncIterator<readonly OpenedEvent[]>;
  readonly #stopping = new AbortController();
  readonly #hold: (page: readonly OpenedEvent[]) => void;
  #position: bigint;
  #isOver = false;
  #coming: Promise<void> | null = null;

  /** `hold` takes each page before those who wait are told. */
  constructor(log: EventLog, college: string, after: bigint, hold: (page: readonly OpenedEvent[]) => void) {
    this.#position = after;
    this.#hold = hold;
    this.#pages = log.subscribe(college, after, this.#stopping.signal)[Symbol.asyncIterator]();
  }

  /** Up to where it was read. */
  get position(): bigint {
    return this.#position;
  }

  /** It was stopped, or has failed: no page comes any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves with the next page, or when the signal aborts, or when it is over. Rejects where the log cannot be read. */
  async next(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.#coming ??= this.#advance();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const wake = (): void => {
      resolve(undefined);
    };
    signal.addEventListener('abort', wake);
    try {
      await Promise.race([this.#coming, promise]);
    } finally {
      signal.removeEventListener('abort', wake);
    }
  }

  /** Ends the subscription; those who wait look again. */
  stop(): void {
    this.#isOver = true;
    this.#stopping.abort();
  }

  async #advance(): Promise<void> {
    try {
      const read = (await this.#pages.next()) as IteratorResult<readonly OpenedEvent[], undefined>;
      if (read.done) this.#isOver = true;
      else {
        this.#position = read.value.at(-1)?.position ?? this.#position;
        this.#hold(read.value);
      }
    } catch (error) {
      this.#isOver = true;
      throw error;
    } finally {
      this.#coming = null;
    }
  }
}
