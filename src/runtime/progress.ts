import { EventEmitter } from 'node:events';

/** How far each projection of each college is known to have come in this process. */
export class Progress {
  readonly #reached = new Map<string, bigint>();
  readonly #changed = new Map<string, bigint>();
  readonly #waiting = new Map<string, number>();
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  /** Notes a position, and whether rows may differ now; those who wait look again. */
  raise(key: string, position: bigint, isChange = true): void {
    this.#reached.set(key, position);
    if (isChange) this.#changed.set(key, position);
    this.#emitter.emit(key);
  }

  /** The position last noted. */
  reached(key: string): bigint {
    return this.#reached.get(key) ?? -1n;
  }

  /** The position at which rows were last written. */
  changed(key: string): bigint {
    return this.#changed.get(key) ?? -1n;
  }

  /** Wakes everybody who waits for a key, to look again. */
  wake(key: string): void {
    this.#emitter.emit(key);
  }

  /** Resolves with the next note, after `ms` milliseconds at the latest. */
  async next(key: string, ms: number): Promise<void> {
    this.#waiting.set(key, (this.#waiting.get(key) ?? 0) + 1);
    this.#emitter.emit(wanted(key));
    await this.#once(key, ms);
    this.#waiting.set(key, (this.#waiting.get(key) ?? 1) - 1);
  }

  /** Resolves once somebody waits for a key, at once where somebody does, and after `ms` milliseconds at the latest. */
  async wanted(key: string, ms: number, signal: AbortSignal): Promise<void> {
    if ((this.#waiting.get(key) ?? 0) > 0 || signal.aborted) return;
    const wake = (): void => {
      this.#emitter.emit(wanted(key));
    };
    signal.addEventListener('abort', wake);
    await this.#once(wanted(key), ms);
    signal.removeEventListener('abort', wake);
  }

  /** An event, or a timeout, whichever comes first. */
  #once(event: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(timer);
        this.#emitter.off(event, over);
        resolve();
      };
      const timer = setTimeout(over, ms);
      this.#emitter.once(event, over);
    });
  }
}

const wanted = (key: string): string => `wanted ${key}`;
