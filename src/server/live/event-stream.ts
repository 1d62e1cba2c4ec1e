import type { ServerResponse } from 'node:http';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Answers } from './subscribing.ts';

/** What graphql-sse writes for an answer begins so; what keeps a connection alive does not. */
const ANSWER = 'event: next';

/** The writing side of one stream of server-sent events: the next answer is asked for when the last has left. */
export class EventStream {
  readonly #raw: ServerResponse;
  readonly #slowMs: number;
  #given = 0;
  #left = 0;
  #wake: () => void = () => undefined;

  constructor(raw: ServerResponse, slowMs: number) {
    this.#raw = raw;
    this.#slowMs = slowMs;
  }

  /** The answers at the pace of the client; what ends them is told as the last one. */
  async *paced(
    answers: Answers,
    inWords: (error: unknown) => readonly GraphQLFormattedError[],
  ): AsyncGenerator<FormattedExecutionResult, void> {
    this.#raw.once('close', () => {
      answers.return().catch(() => undefined);
      this.#wake();
    });
    try {
      for await (const answer of answers) {
        this.#given += 1;
        yield answer;
        await this.#gone();
      }
    } catch (error) {
      yield { errors: inWords(error) };
    }
  }

  /** Writes everything, until the end or until the client is gone; one that takes nothing for too long is cut. */
  async pour(body: AsyncGenerator<string, void>): Promise<void> {
    const raw = this.#raw;
    raw.once('close', () => {
      body.return().catch(() => undefined);
    });
    for await (const text of body) {
      if (!raw.writable) break;
      await this.#write(text);
      if (!text.startsWith(ANSWER)) continue;
      this.#left += 1;
      this.#wake();
    }
    raw.end();
  }

  async #write(text: string): Promise<void> {
    const raw = this.#raw;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const over = (): void => {
      resolve(undefined);
    };
    const patience = setTimeout(() => {
      raw.destroy();
    }, this.#slowMs);
    raw.once('close', over);
    raw.write(text, over);
    await promise;
    clearTimeout(patience);
    raw.off('close', over);
  }

  async #gone(): Promise<void> {
    while (this.#left < this.#given && !this.#raw.destroyed) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      this.#wake = () => {
        resolve(undefined);
      };
      await promise;
    }
  }
}
