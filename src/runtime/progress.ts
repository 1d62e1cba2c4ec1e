import { EventEmitter, once } from 'node:events';

/** How far each projection of each college is known to have come in this process. */
export class Progress {
  readonly #reached = new Map<string, bigint>();
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  /** Notes a position; those who wait look again. */
  raise(key: string, position: bigint): void {
    this.#reached.set(key, position);
    this.#emitter.emit(key);
  }

  /** The position last noted. */
  reached(key: string): bigint {
    return this.#reached.get(key) ?? -1n;
  }

  /** Wakes everybody who waits for a key, to look again. */
  wake(key: string): void {
    this.#emitter.emit(key);
  }

  /** Resolves with the next note, after `ms` milliseconds at the latest. */
  async next(key: string, ms: number): Promise<void> {
    await once(this.#emitter, key, { signal: AbortSignal.timeout(ms) }).catch(() => undefined);
  }
}
