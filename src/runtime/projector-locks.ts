import type { Pool, PoolClient } from 'pg';

interface Held {
  readonly client: PoolClient;
  /** Gives the connection up, once: it may break just when it is given back. */
  readonly drop: () => void;
  /** Aborts when the session, and every lock with it, is gone. */
  readonly lost: AbortController;
}

/**
 * Session locks: one projector per projection and college across all processes. All locks of a process live on
 * one connection; when it breaks, `lost` of every lock taken aborts, and the checkpoint's compare-and-set keeps
 * the rows safe meanwhile.
 */
export class ProjectorLocks {
  readonly #pool: Pool;
  #held: Promise<Held> | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The signal of the lock's loss, or `null` while another process holds it. */
  take(name: string): Promise<AbortSignal | null> {
    return this.#inTurn(async () => {
      const { client, lost } = await (this.#held ??= this.#open());
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
        [`gradeledger.projector.${name}`],
      );
      return rows[0]?.taken ? lost.signal : null;
    });
  }

  /** Gives a lock back. */
  release(name: string): Promise<void> {
    return this.#inTurn(async () => {
      const held = await this.#held?.catch(() => null);
      await held?.client
        .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`gradeledger.projector.${name}`])
        .catch(() => undefined);
    });
  }

  /** Gives every lock back. */
  async close(): Promise<void> {
    const held = await this.#held?.catch(() => null);
    this.#held = null;
    held?.drop();
  }

  /** One connection takes one query at a time. */
  #inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const mine = this.#turn.then(act);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #open(): Promise<Held> {
    try {
      const client = await this.#pool.connect();
      const lost = new AbortController();
      let isHeld = true;
      const drop = (): void => {
        if (isHeld) client.release(true);
        isHeld = false;
      };
      client.once('error', () => {
        this.#held = null;
        lost.abort();
        drop();
      });
      return { client, lost, drop };
    } catch (error) {
      this.#held = null;
      throw error;
    }
  }
}
