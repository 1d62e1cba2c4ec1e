import type { PageWriter } from './apply-page.ts';

/**
 * Brings a checkpoint after events that concern none of its tables, a while after them: one statement for many. They do
 * nothing when they are passed again, so a crash before it costs nothing but time.
 */
export class Settling {
  readonly #writer: PageWriter;
  readonly #failed = new AbortController();
  #error: { readonly cause: unknown } | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(writer: PageWriter) {
    this.#writer = writer;
  }

  /** Aborts when the checkpoint could not be moved: whoever follows has to begin anew from where it stands. */
  get failed(): AbortSignal {
    return this.#failed.signal;
  }

  /** Sees to it that the checkpoint stands where it may, after `ms` milliseconds at the latest. */
  soon(ms: number): void {
    if (this.#timer !== null || this.#writer.isSettled) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#writer.settle().catch((cause: unknown) => {
        this.#error = { cause };
        this.#failed.abort();
      });
    }, ms);
  }

  /** Moves the checkpoint for the last time, as far as it can be moved. Throws what it failed of before. */
  async end(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#error) throw this.#error.cause;
    // Where it fails the next projector passes by the same events.
    await this.#writer.settle().catch(() => undefined);
  }
}
