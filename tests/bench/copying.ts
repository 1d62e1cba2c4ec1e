import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const CHUNK = 256 * 1024;

/** Rows on their way into a table by COPY, over a connection of their own. */
export class Copying {
  readonly #client: Client;
  readonly #sink: Writable;
  readonly #failed: Promise<never>;
  #text = '';
  #full: Promise<unknown> | null = null;

  private constructor(client: Client, sink: Writable) {
    this.#client = client;
    this.#sink = sink;
    const failing = Promise.withResolvers<never>();
    sink.on('error', failing.reject);
    this.#failed = failing.promise;
    this.#failed.catch(() => undefined);
  }

  /** Begins; `into` is the table with its columns. */
  static async into(connectionString: string, into: string): Promise<Copying> {
    const client = new Client({ connectionString });
    await client.connect();
    return new Copying(client, client.query(copyFrom(`COPY ${into} FROM STDIN`)));
  }

  /** Adds a row: its columns, tabs between them, in COPY's text format. */
  add(row: string): void {
    this.#text += `${row}\n`;
    if (this.#text.length < CHUNK) return;
    if (!this.#sink.write(this.#text)) this.#full = once(this.#sink, 'drain');
    this.#text = '';
  }

  /** Waits while the database has enough to do. */
  async settled(): Promise<void> {
    if (!this.#full) return;
    await Promise.race([this.#full, this.#failed]);
    this.#full = null;
  }

  /** Sends what is left and waits until it is stored. */
  async end(): Promise<void> {
    try {
      this.#sink.write(this.#text);
      this.#sink.end();
      await Promise.race([once(this.#sink, 'finish'), this.#failed]);
    } finally {
      await this.#client.end();
    }
  }
}
