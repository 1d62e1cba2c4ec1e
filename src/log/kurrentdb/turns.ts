import type { AppendRequest } from '../event-log.ts';

/** So many appends of a college are on their way to KurrentDB at once: one connection takes about a hundred calls. */
const MOST_AT_ONCE = 32;

/** As far apart, one append may make another stale. */
const APART_MS = 2_000;

/** Lets appends be on their way together that have nothing to do with one another. */
export interface Turns {
  /** Acts when every append that came before is through whose outcome may decide this one's. */
  take<Result>(request: AppendRequest, act: () => Promise<Result>): Promise<Result>;
}

interface Underway {
  readonly commandId: string;
  readonly at: number;
  readonly written: ReadonlySet<string>;
  readonly checked: ReadonlySet<string>;
  readonly through: Promise<unknown>;
}

const streamsOf = (conditions: readonly { readonly stream: string }[]): ReadonlySet<string> =>
  new Set(conditions.map(({ stream }) => stream));

type Facts = Omit<Underway, 'through'>;

const factsOf = ({ commandId, at, writes, checks }: AppendRequest): Facts => ({
  commandId,
  at: Date.parse(at),
  written: streamsOf(writes),
  checked: streamsOf(checks),
});

/** The same command, a stream that one of them moves and the other names, or instants too far apart. */
const mayDecide = (earlier: Facts, later: Facts): boolean =>
  earlier.commandId === later.commandId ||
  Math.abs(earlier.at - later.at) > APART_MS ||
  !earlier.written.isDisjointFrom(later.written) ||
  !earlier.written.isDisjointFrom(later.checked) ||
  !earlier.checked.isDisjointFrom(later.written);

/** The turns of one college. Appends that are kept apart are in the order of their arrival, others in KurrentDB's. */
export function createTurns(most = MOST_AT_ONCE): Turns {
  const underway = new Set<Underway>();
  const waiting: (() => void)[] = [];
  let free = most;

  const enter = async (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<undefined>();
    waiting.push(() => {
      resolve(undefined);
    });
    await promise;
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  const acting = async <Result>(
    before: readonly Promise<unknown>[],
    act: () => Promise<Result>,
  ): Promise<Result> => {
    await Promise.allSettled(before);
    await enter();
    try {
      return await act();
    } finally {
      leave();
    }
  };

  return {
    take(request, act) {
      const facts = factsOf(request);
      const before = [...underway].filter((earlier) => mayDecide(earlier, facts));
      const result = acting(
        before.map(({ through }) => through),
        act,
      );
      const own = { ...facts, through: result };
      underway.add(own);
      const through = (): void => {
        underway.delete(own);
      };
      result.then(through, through);
      return result;
    },
  };
}
