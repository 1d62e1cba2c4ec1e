import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { LogFault, type SealedLog, type StoredEvent } from '../event-log.ts';
import { follow } from '../following.ts';
import { createHeads } from '../heads.ts';
import { demandStorable } from '../request.ts';
import { createAnnouncer } from './announcer.ts';
import { isPassing } from './database-error.ts';
import { createLeavesAhead } from './leaves-ahead.ts';
import { createListener } from './listener.ts';
import { createOwnAppends, type Follower } from './own-appends.ts';
import { createReads } from './reads.ts';
import { createScan } from './scan.ts';
import { createWriter } from './writer.ts';

/** Events a follower gets at once, at most. */
const PAGE = 500;

/** How long a follower who heard nothing waits before it looks, in milliseconds. */
const POLL_MS = 500;

const NOTHING: readonly StoredEvent[] = [];

const asFault = (error: unknown): LogFault =>
  error instanceof LogFault ? error : new LogFault('the log could not be read', { cause: error });

/**
 * Engine `postgres`. The pool is the caller's, made by `connections`, and connects as the application's role; close
 * the log before the pool. While somebody follows the log, one connection is held beside the pool.
 */
export function postgresLog({ pool }: { readonly pool: Pool }): SealedLog {
  const heads = createHeads();
  const reads = createReads(pool);
  const scan = createScan(pool, (college, after, limit) => reads.page(college, after, limit));
  const ahead = createLeavesAhead(pool);
  const announcer = createAnnouncer(pool);
  const writer = createWriter(pool, (college, last) => {
    ahead.raise(college, last);
    announcer.announce(college, last);
  });
  const own = createOwnAppends(heads);
  const listener = createListener(pool, (college, position) => {
    own.hear(college, position);
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

  /** What is there, now or after a pause: nothing where the server is out of reach. */
  const unlessOut = async <Answer>(
    answer: Promise<Answer>,
    none: Answer,
    signal: AbortSignal,
  ): Promise<Answer> => {
    try {
      return await answer;
    } catch (error) {
      if (!isPassing(error)) throw asFault(error);
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
      return none;
    }
  };

  /** The next pages of one follower: own appends as they were stored, and the rest as it is read. */
  const pagesOf = (college: string, follower: Follower, signal: AbortSignal) => {
    // Nobody has told of an append since it looked last: only a poll looks again.
    let hasLooked = false;
    return {
      async read(after: bigint): Promise<readonly StoredEvent[]> {
        if (follower.after(after, 1).length > 0) {
          // What is about to be answered comes along: a page costs much the same whether it holds one event or ten.
          await own.nextAnswer(college);
          return follower.after(after, PAGE);
        }
        if (!heads.isBeyond(college, after)) {
          if (hasLooked) return NOTHING;
          hasLooked = true;
          own.hear(college, await unlessOut(reads.head(college), 0n, signal));
          if (!heads.isBeyond(college, after)) return NOTHING;
        }
        return await unlessOut(reads.page(college, after, PAGE), NOTHING, signal);
      },
      async wait(after: bigint): Promise<void> {
        await heads.beyond(college, after, POLL_MS, signal);
        hasLooked = heads.isBeyond(college, after);
      },
    };
  };

  async function* subscribe(college: string, after: bigint, signal: AbortSignal) {
    const until = AbortSignal.any([signal, closing.signal]);
    const leave = listener.join();
    const follower = own.follow(college, after);
    try {
      yield* follow({ after, signal: until, ...pagesOf(college, follower, until) });
    } finally {
      follower.leave();
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
      return own.stored(college, request, writer.append(college, request));
    },
    findCommand: (college, commandId) => asked(reads.command(college, commandId)),
    readStream: (college, stream, from = 0) => asked(reads.streams(college, [stream], from)),
    readStreams: async (college, streams) => {
      const found = Map.groupBy(await asked(reads.streams(college, streams, 0)), ({ stream }) => stream);
      return new Map(streams.map((stream) => [stream, found.get(stream) ?? []]));
    },
    read: (college, after, limit) => asked(reads.page(college, after, limit)),
    scan: (college, after, limit, without) => asked(scan(college, after, limit, without)),
    head: (college) => asked(reads.head(college)),
    positionAt: (college, instant) => asked(reads.positionAt(college, instant)),
    close: async () => {
      closing.abort();
      listener.stop();
      await writer.drained();
      await announcer.idle();
      await ahead.idle();
    },
  };
}
