import { LogFault, type StoredEvent } from './event-log.ts';

/** What an engine gives so that its log can be followed. */
export interface Following {
  readonly after: bigint;
  readonly signal: AbortSignal;
  /** The next page after a position; empty when there is none yet, or when the engine is out of reach for now. */
  readonly read: (after: bigint) => Promise<readonly StoredEvent[]>;
  /** Resolves when it is worth reading again. */
  readonly wait: (after: bigint) => Promise<void>;
}

/**
 * Pages of a college's log in order until the signal aborts. Positions are dense, so a hole cannot be waited
 * out: it means that the log was damaged, and throws `LogFault`.
 */
export async function* follow({
  after,
  signal,
  read,
  wait,
}: Following): AsyncIterable<readonly StoredEvent[]> {
  let reached = after;
  while (!signal.aborted) {
    const page = await read(reached);
    const [first, last] = [page.at(0), page.at(-1)];
    if (first === undefined || last === undefined) {
      await wait(reached);
      continue;
    }
    if (first.position !== reached + 1n || last.position !== reached + BigInt(page.length))
      throw new LogFault(`the log has a hole after position ${String(reached)}`);
    // A reader who has aborted meanwhile wants no more.
    if (aborted(signal)) return;
    yield page;
    reached = last.position;
  }
}

const aborted = (signal: AbortSignal): boolean => signal.aborted;
