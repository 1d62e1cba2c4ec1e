import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { LogFault, type SealedLog, type StoredEvent } from '../event-log.ts';
import { follow } from '../following.ts';
import { createHeads } from '../heads.ts';
import { demandStorable } from '../request.ts';
import { isPassing } from './database-error.ts';
import { createLeavesAhead } from './leaves-ahead.ts';
import { createListener } from './listener.ts';
import { createReads } from './reads.ts';
import { createWriter } from './writer.ts';

/** Events a follower gets at once, at most. */
const PAGE = 500;

/** How long a follower who heard nothing waits before it looks, in milliseconds. */
const POLL_MS = 500;

const asFault = (error: unknown): LogFault =>
  error instanceof LogFault ? error : new LogFault('the log could not be read', { cause: error });

/**
 * Engine `postgres`. The pool is the caller's, made by `connections`, and connects as the application's role; close
 * the log before the pool. While somebody follows the log, one connection is held beside the pool.
 */
export function postgresLog({ pool }: { readonly pool: Pool }): SealedLog {
  const heads = createHeads();
  const reads = createReads(pool);
  const ahead = createLeavesAhead(pool);
  const writer = createWriter(pool, (college, last) => {
    heads.raise(college, last);
    ahead.raise(college, last);
  });
  const listener = createListener(pool, (college, position) => {
    heads.raise(college, position);
  });
  const closing = new AbortController();

  /** Turns the driver's errors into the port's. */
  const asked = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      return await answer;
    } catch (error) {
      throw asFault(error);
    }
  };

  /** The next page; nothing, after a pause, while the server is out of reach. */
  const nextPage = async (
    college: string,
    after: bigint,
    signal: AbortSignal,
  ): Promise<readonly StoredEvent[]> => {
    try {
      return await reads.page(college, after, PAGE);
    } catch (error) {
      if (!isPassing(error)) throw asFault(error);
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
      return [];
    }
  };

  async function* subscribe(college: string, after: bigint, signal: AbortSignal) {
    const until = AbortSignal.any([signal, closing.signal]);
    const leave = listener.join();
    try {
      yield* follow({
        after,
        signal: until,
        read: (reached) => nextPage(college, reached, until),
        wait: (reached) => heads.beyond(college, reached, POLL_MS, until),
      });
    } finally {
      leave();
    }
  }

  return {
    subscribe,
    open: async (college) => {
      const [found, ...others] = await asked(reads.open(college));
      if (
        others.length > 0 ||
        found?.id !== college.id ||
        found.origin !== college.origin ||
        found.clock !== college.clock
      )
        throw new LogFault(`the log of college ${college.id} is open with other particulars`);
    },
    colleges: () => asked(reads.colleges()),
    append: async (college, request) => {
      if (closing.signal.aborted) throw new LogFault('the log is closed');
      demandStorable(college, request);
      return writer.append(college, request);
    },
    findCommand: (college, commandId) => asked(reads.command(college, commandId)),
    readStream: (college, stream, from = 0) => asked(reads.streams(college, [stream], from)),
    readStreams: async (college, streams) => {
      const found = Map.groupBy(await asked(reads.streams(college, streams, 0)), ({ stream }) => stream);
      return new Map(streams.map((stream) => [stream, found.get(stream) ?? []]));
    },
    read: (college, after, limit) => asked(reads.page(college, after, limit)),
    head: (college) => asked(reads.head(college)),
    positionAt: (college, instant) => asked(reads.positionAt(college, instant)),
    close: async () => {
      closing.abort();
      listener.stop();
      await writer.drained();
      await ahead.idle();
    },
  };
}
