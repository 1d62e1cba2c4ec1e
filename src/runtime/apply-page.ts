import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { isPassing } from '../database/passing-error.ts';
import type { OpenedEvent } from '../log/event-log.ts';
import { advanceCheckpoint } from './checkpoints.ts';
import { changesOf } from './apply-steps.ts';
import { Poison, stepsOf, type Step } from './fold-steps.ts';
import type { ReadModel } from './read-models.ts';
import type { Decode } from './routes.ts';
import { TableRows } from './table-rows.ts';

/** The checkpoint is not where this projector left it: another one, or a rebuild, has moved it. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** Whether it is what was written that failed, so that trying again cannot help. */
const isOfContent = (error: unknown): boolean =>
  error instanceof Poison || (error instanceof DatabaseError && !isPassing(error));

/** Sends what is asked of a connection in this moment in one piece: to write to a socket costs more than most statements. */
const together = <const Asked extends readonly Promise<unknown>[]>(
  { connection: { stream } }: PoolClient,
  ask: () => Asked,
): Asked => {
  stream.cork();
  try {
    return ask();
  } finally {
    stream.uncork();
  }
};

/** Writes the pages of one projection and college, one after the other. */
export class PageWriter {
  readonly #pool: Pool;
  readonly #model: ReadModel;
  readonly #college: string;
  readonly #tables: readonly TableRows[];
  readonly #decode: Decode;
  /** Where the checkpoint stands. */
  #stored: bigint;
  /** Up to where it may stand: nothing after the checkpoint concerns a table. */
  #passed: bigint;
  #turn: Promise<unknown> = Promise.resolve();

  /** The pool sends statements ahead of answers, and its commits do not wait for the disk. */
  constructor(pool: Pool, model: ReadModel, college: string, position: bigint, decode: Decode) {
    this.#pool = pool;
    this.#model = model;
    this.#college = college;
    this.#decode = decode;
    this.#stored = position;
    this.#passed = position;
    this.#tables = model.shapes.map((shape) => new TableRows(shape));
  }

  /** Whether the checkpoint stands at the position reached, and not before events that concern no table. */
  get isSettled(): boolean {
    return this.#stored === this.#passed;
  }

  /**
   * Applies the next events, rows and checkpoint in one transaction, and gives the position reached. Events that
   * concern no table write nothing: the checkpoint follows with the next page, or when it is told to. A poison event
   * is not passed: what stands before it is applied, then `Poison` is thrown.
   */
  apply(page: readonly OpenedEvent[]): Promise<bigint> {
    return this.#inTurn(() => this.#apply(page));
  }

  /** Moves the checkpoint to where it may stand. */
  settle(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.isSettled) return;
      const to = this.#passed;
      if (!(await advanceCheckpoint(this.#pool, this.#model, this.#college, this.#stored, to)))
        throw this.#moved();
      this.#stored = to;
    });
  }

  #inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const mine = this.#turn.then(act);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #apply(page: readonly OpenedEvent[]): Promise<bigint> {
    try {
      const steps = stepsOf(this.#model.routes, page, 0n, this.#decode);
      const to = page.at(-1)?.position ?? this.#passed;
      if (steps.length > 0) await this.#commit(to, steps);
      this.#passed = to;
      return to;
    } catch (error) {
      const [first, ...more] = page;
      if (first === undefined || !isOfContent(error)) throw error;
      if (error instanceof Poison) {
        const sound = page.slice(0, page.indexOf(error.event));
        if (sound.length > 0) await this.#apply(sound);
        throw error;
      }
      if (more.length === 0) throw new Poison(first, error);
      // The database does not say which row it refused.
      await this.#apply([first]);
      return await this.#apply(more);
    }
  }

  /** One transaction in two ways to the server and back: what is asked goes out together, and so does what is written. */
  async #commit(to: bigint, steps: readonly Step[]): Promise<void> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      const [begun, moving, changing] = together(client, () => [
        client.query('BEGIN'),
        advanceCheckpoint(client, this.#model, this.#college, this.#stored, to),
        changesOf(client, this.#college, this.#tables, steps),
      ]);
      await Promise.allSettled([begun, moving, changing]);
      await begun;
      // What was loaded beside another projector says nothing, not even that it cannot be folded.
      if (!(await moving)) throw this.#moved();
      const changes = await changing;
      const written = together(client, () => [
        ...changes.map(({ values, ...query }) => client.query({ ...query, values: [...values] })),
        // After a statement that failed this ends the transaction without keeping anything.
        client.query('COMMIT'),
      ]);
      await Promise.allSettled(written);
      await Promise.all(written);
      this.#stored = to;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: unknown) => {
        broken = failure as Error;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  #moved(): CheckpointMoved {
    return new CheckpointMoved(`${this.#model.name} was moved on from ${this.#stored} by another projector.`);
  }
}
