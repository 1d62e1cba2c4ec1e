import type { AppendOutcome, AppendRequest, StoredEvent } from '../event-log.ts';
import type { Heads } from '../heads.ts';

/** Events kept for followers who have not come to them; who falls further behind reads them from the database. */
const MOST = 5_000;

/** How long a page waits for an append whose answer is on its way, in milliseconds: about as long as a disk takes. */
const NEARLY_MS = 5;

/** Whoever follows a college's log in this process. */
export interface Follower {
  /** What this process has stored right after a position, at most so many events; all up to there is let go of. */
  after(position: bigint, limit: number): readonly StoredEvent[];
  leave(): void;
}

/** What this process has just stored, for those who follow its log: they need not read it back. */
export interface OwnAppends {
  follow(college: string, after: bigint): Follower;
  /** Takes up an append when it is answered, and tells those who follow. */
  stored(college: string, request: AppendRequest, answer: Promise<AppendOutcome>): Promise<AppendOutcome>;
  /** Takes a hint that a college's log has grown, from whomever. */
  hear(college: string, position: bigint): void;
  /** Resolves with the next answer to an append under way, soon in any case; at once where there is none. */
  nextAnswer(college: string): Promise<void>;
}

/** The appends of a college that are not answered yet. */
interface Underway {
  count: number;
  /** The last position that was heard of meanwhile. */
  heard: bigint;
  readonly waiting: (() => void)[];
}

interface Followed {
  readonly positions: Map<object, bigint>;
  /** In order; appends of other processes may lie between them. */
  events: StoredEvent[];
}

const KEY_DESTROYED = 'SubjectKeyDestroyed';

const storedOf = ({ writes }: AppendRequest, first: bigint): readonly StoredEvent[] =>
  writes
    .flatMap(({ stream, expected, events }) =>
      events.map(({ type, version, body, sealed }, index) => {
        const revision = expected + 1 + index;
        return { stream, revision, type, version, body, sealed };
      }),
    )
    .map((event, index) => ({ position: first + BigInt(index), ...event }));

/** The events of one dense run that begins right after a position. */
const runAfter = (events: readonly StoredEvent[], after: bigint, limit: number): readonly StoredEvent[] => {
  const start = events.findIndex(({ position }) => position > after);
  if (start === -1) return [];
  let end = start;
  while (
    end < events.length &&
    end - start < limit &&
    events[end]?.position === after + BigInt(end - start) + 1n
  )
    end += 1;
  return events.slice(start, end);
};

/** Nothing is kept of a college that nobody follows. */
export function createOwnAppends(heads: Heads): OwnAppends {
  const colleges = new Map<string, Followed>();
  const underway = new Map<string, Underway>();

  const letGo = (followed: Followed): void => {
    const slowest = followed.positions
      .values()
      .reduce((least, position) => (position < least ? position : least));
    const passed = followed.events.findIndex(({ position }) => position > slowest);
    followed.events =
      passed === -1 ? [] : followed.events.slice(Math.max(passed, followed.events.length - MOST));
  };

  const add = (college: string, request: AppendRequest, first: bigint): void => {
    const followed = colleges.get(college);
    if (!followed) return;
    const events = storedOf(request, first);
    // With the key its texts went from the database; whoever has yet to come to them reads what is left.
    if (events.some(({ type }) => type === KEY_DESTROYED)) followed.events = [];
    // Of two flushes at once the later one may be answered first.
    const at = followed.events.findLastIndex(({ position }) => position < first) + 1;
    followed.events.splice(at, 0, ...events);
    if (followed.events.length > 2 * MOST) letGo(followed);
  };

  const begin = (college: string): Underway => {
    const appends = underway.getOrInsertComputed(college, () => ({ count: 0, heard: 0n, waiting: [] }));
    appends.count += 1;
    return appends;
  };

  const end = (college: string, appends: Underway, last: bigint | null): void => {
    appends.count -= 1;
    if (appends.count === 0) underway.delete(college);
    if (last !== null) heads.raise(college, last);
    // Of others that are under way the answer is still to come.
    if (last === null || appends.count === 0) heads.raise(college, appends.heard);
    for (const wake of appends.waiting.splice(0)) wake();
  };

  return {
    follow(college, after) {
      const follower = {};
      const followed = colleges.getOrInsertComputed(college, () => ({ positions: new Map(), events: [] }));
      followed.positions.set(follower, after);
      return {
        after(position, limit) {
          followed.positions.set(follower, position);
          letGo(followed);
          return runAfter(followed.events, position, limit);
        },
        leave() {
          followed.positions.delete(follower);
          if (followed.positions.size === 0) colleges.delete(college);
        },
      };
    },

    async stored(college, request, answer) {
      const appends = begin(college);
      let last: bigint | null = null;
      try {
        const outcome = await answer;
        if (outcome.status !== 'appended') return outcome;
        add(college, request, outcome.first);
        ({ last } = outcome);
        return outcome;
      } finally {
        end(college, appends, last);
      }
    },

    hear(college, position) {
      const appends = underway.get(college);
      // It may tell of an append whose answer is on its way, and with that come its events: they need not be read.
      if (appends) appends.heard = position > appends.heard ? position : appends.heard;
      else heads.raise(college, position);
    },

    async nextAnswer(college) {
      const appends = underway.get(college);
      if (!appends) return;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(resolve, NEARLY_MS, undefined);
      appends.waiting.push(() => {
        resolve(undefined);
      });
      await promise;
      clearTimeout(timer);
    },
  };
}
