import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { LogFault, type AppendOutcome, type AppendRequest } from '../event-log.ts';
import { appendCall } from './append-call.ts';
import { takeBatch, weigh, type Waiting } from './batch.ts';
import { isPassing } from './database-error.ts';
import { outcomesOf } from './outcome-line.ts';

/** Pauses before a call whose outcome is unknown is made again, in milliseconds: command ids make that harmless. */
const RETRY_AFTER_MS = [20, 100, 400, 1_000];

/** Stores appends; several that arrive while an earlier one is being flushed share the next flush. */
export interface Writer {
  append(college: string, request: AppendRequest): Promise<AppendOutcome>;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
}

interface Queue {
  readonly waiting: Waiting[];
  flushing: Promise<void> | null;
  /** The last flush carried several appends. */
  isCrowded: boolean;
}

const newQueue = (): Queue => ({ waiting: [], flushing: null, isCrowded: false });

/** Group commit: per college one queue, and one call in flight. */
export function createWriter(pool: Pool, onAppended: (college: string, last: bigint) => void): Writer {
  const queues = new Map<string, Queue>();

  const call = async (
    college: string,
    requests: readonly AppendRequest[],
    pauses: readonly number[] = RETRY_AFTER_MS,
  ): Promise<AppendOutcome[]> => {
    const { values, ends, ...query } = appendCall(college, requests);
    try {
      const { rows } = await pool.query<{ outcomes: string }>({ ...query, values: [...values] });
      return outcomesOf(rows[0]?.outcomes ?? '', ends);
    } catch (error) {
      const [pause, ...later] = pauses;
      if (pause === undefined || !isPassing(error)) throw error;
      await sleep(pause);
      return call(college, requests, later);
    }
  };

  const tell = (college: string, { resolve }: Waiting, outcome: AppendOutcome): void => {
    if (outcome.status === 'appended') onAppended(college, outcome.last);
    resolve(outcome);
  };

  const store = async (college: string, batch: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await call(
        college,
        batch.map(({ request }) => request),
      );
      for (const [index, waiting] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome) tell(college, waiting, outcome);
      }
    } catch (error) {
      // One of them is poison, and which one is unknown: alone, it harms only itself.
      if (batch.length > 1 && !isPassing(error)) for (const waiting of batch) await store(college, [waiting]);
      else
        for (const { reject } of batch)
          reject(new LogFault('the log could not store an append', { cause: error }));
    }
  };

  const flush = async (college: string, queue: Queue): Promise<void> => {
    while (queue.waiting.length > 0) {
      // Callers that were just answered come back with their next append: let them board this flush.
      // Where one writes alone nobody comes, and only those of this very moment are waited for.
      await (queue.isCrowded ? new Promise(setImmediate) : null);
      const batch = takeBatch(queue.waiting);
      queue.isCrowded = batch.length > 1;
      await store(college, batch);
    }
    queue.flushing = null;
  };

  return {
    append: (college, request) =>
      new Promise((resolve, reject) => {
        const queue = queues.getOrInsertComputed(college, newQueue);
        queue.waiting.push({ request, ...weigh(request), resolve, reject });
        queue.flushing ??= flush(college, queue);
      }),
    async drained() {
      for (const { flushing } of queues.values()) await flushing;
    },
  };
}
