import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { observed } from '../../observing/steps.ts';
import { LogFault, type AppendOutcome, type AppendRequest } from '../event-log.ts';
import { appendCall } from './append-call.ts';
import { takeBatch, weigh, type Waiting } from './batch.ts';
import { isPassing } from './database-error.ts';
import { createLine, type Line } from './line.ts';
import { outcomesOf } from './outcome-line.ts';

/** Pauses before a call whose outcome is unknown is made again, in milliseconds: command ids make that harmless. */
const RETRY_AFTER_MS = [20, 100, 400, 1_000];

/** Fewer appends than this are not worth a flush of their own behind one that is under way. */
const WORTH_A_FLUSH = 12;

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

/** A batch on its way. */
interface Flight {
  readonly appends: number;
  readonly landed: Promise<void>;
}

const newQueue = (): Queue => ({ waiting: [], flushing: null, isCrowded: false });

/**
 * Group commit: per college one queue, and one call in flight; two where there is a crowd, the second behind the first on the
 * same connection, so that one batch is answered and the next one made while the server is busy.
 */
export function createWriter(pool: Pool, onAppended: (college: string, last: bigint) => void): Writer {
  const queues = new Map<string, Queue>();

  const call = async (
    line: Line,
    college: string,
    requests: readonly AppendRequest[],
    before: Promise<void>,
    pauses: readonly number[] = RETRY_AFTER_MS,
  ): Promise<AppendOutcome[]> => {
    const { values, ends, ...query } = appendCall(college, requests);
    try {
      const { rows } = await line.query<{ outcomes: string }>({ ...query, values: [...values] });
      return outcomesOf(rows[0]?.outcomes ?? '', ends);
    } catch (error) {
      const [pause, ...later] = pauses;
      // What was sent ahead of these may have to be sent again, and then first.
      await before;
      if (pause === undefined || !isPassing(error)) throw error;
      await sleep(pause);
      return call(line, college, requests, before, later);
    }
  };

  const tell = (college: string, { resolve }: Waiting, outcome: AppendOutcome): void => {
    if (outcome.status === 'appended') onAppended(college, outcome.last);
    resolve(outcome);
  };

  const store = async (
    line: Line,
    college: string,
    batch: readonly Waiting[],
    before: Promise<void>,
  ): Promise<void> => {
    try {
      const requests = batch.map(({ request }) => request);
      const step = { college, of: 'appends', size: requests.length };
      const outcomes = await observed(
        'batch',
        step,
        () => call(line, college, requests, before),
        () => 'answered',
      );
      for (const [index, waiting] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome) tell(college, waiting, outcome);
      }
    } catch (error) {
      // One of them is poison, and which one is unknown: alone, it harms only itself.
      if (batch.length > 1 && !isPassing(error))
        for (const waiting of batch) await store(line, college, [waiting], before);
      else
        for (const { reject } of batch)
          reject(new LogFault('the log could not store an append', { cause: error }));
    }
  };

  const flush = async (college: string, queue: Queue): Promise<void> => {
    const { waiting } = queue;
    const line = createLine(pool);
    const send = (most: number, before: Promise<void>): Flight => {
      const batch = takeBatch(waiting, most);
      queue.isCrowded = batch.length > 1;
      return { appends: batch.length, landed: store(line, college, batch, before) };
    };
    let first: Flight | null = null;
    while (first || waiting.length > 0) {
      // Callers that were just answered come back with their next append: let them board this flush.
      // Where one writes alone nobody comes, and only those of this very moment are waited for.
      await (queue.isCrowded ? new Promise(setImmediate) : null);
      // A connection that others wait for is given back between two flushes.
      const isRoomy = pool.options.pipeline === true && pool.waitingCount === 0;
      const isCrowd = isRoomy && waiting.length >= 2 * WORTH_A_FLUSH;
      first ??= send(isCrowd ? Math.floor(waiting.length / 2) : waiting.length, Promise.resolve());
      const isSecond: boolean = isRoomy && waiting.length >= Math.max(first.appends, WORTH_A_FLUSH);
      const second: Flight | null = isSecond ? send(waiting.length, first.landed) : null;
      await first.landed;
      first = second;
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
