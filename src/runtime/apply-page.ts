import { DatabaseError, type Pool } from 'pg';
import { isPassing } from '../database/passing-error.ts';
import { inTransaction } from '../database/transaction.ts';
import type { OpenedEvent } from '../log/event-log.ts';
import { advanceCheckpoint, passBy } from './checkpoints.ts';
import { applySteps } from './apply-steps.ts';
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

/** Losing the last commits in a crash is harmless: rows and checkpoint go back together, and the log is there. */
const BEGIN = 'BEGIN; SET LOCAL synchronous_commit TO off';

/** Writes the pages of one projection and college. */
export class PageWriter {
  readonly #pool: Pool;
  readonly #model: ReadModel;
  readonly #college: string;
  readonly #tables: readonly TableRows[];
  readonly #decode: Decode;

  constructor(pool: Pool, model: ReadModel, college: string, decode: Decode) {
    this.#pool = pool;
    this.#model = model;
    this.#college = college;
    this.#decode = decode;
    this.#tables = model.shapes.map((shape) => new TableRows(shape));
  }

  /**
   * Applies events that follow a position, rows and checkpoint in one transaction, and gives the position reached.
   * A poison event is not passed: what stands before it is applied, then `Poison` is thrown.
   */
  async apply(after: bigint, page: readonly OpenedEvent[]): Promise<bigint> {
    try {
      return await this.#commit(after, page, stepsOf(this.#model.routes, page, 0n, this.#decode));
    } catch (error) {
      const [first, ...more] = page;
      if (first === undefined || !isOfContent(error)) throw error;
      if (error instanceof Poison) {
        const sound = page.slice(0, page.indexOf(error.event));
        if (sound.length > 0) await this.apply(after, sound);
        throw error;
      }
      if (more.length === 0) throw new Poison(first, error);
      // The database does not say which row it refused.
      return await this.apply(await this.apply(after, [first]), more);
    }
  }

  async #commit(after: bigint, page: readonly OpenedEvent[], steps: readonly Step[]): Promise<bigint> {
    const to = page.at(-1)?.position ?? after;
    if (steps.length === 0) {
      if (!(await passBy(this.#pool, this.#model, this.#college, after, to))) throw this.#moved(after);
      return to;
    }
    await inTransaction(this.#pool, BEGIN, async (client) => {
      if (!(await advanceCheckpoint(client, this.#model, this.#college, after, to))) throw this.#moved(after);
      await applySteps(client, this.#college, this.#tables, steps);
    });
    return to;
  }

  #moved(after: bigint): CheckpointMoved {
    return new CheckpointMoved(`${this.#model.name} was moved on from ${after} by another projector.`);
  }
}
