import type { EventLog, OpenedEvent } from '../log/event-log.ts';

/** A stretch of one college's log, after `from` and up to `to`. */
export interface Stretch {
  readonly college: string;
  readonly from: bigint;
  readonly to: bigint;
  /** Where the log stood before its first text was read: keys that had ended by then sweep nothing. */
  readonly gone?: bigint;
}

/** A page of a stretch. */
export interface Page {
  /** Without those that nobody asked for. */
  readonly events: readonly OpenedEvent[];
  /** How many events it had with them. */
  readonly looked: number;
}

/** Pages under way: a page takes two questions, and whoever folds one meanwhile asks none. */
const AHEAD = 2;

interface Coming {
  readonly page: ReturnType<EventLog['scan']>;
  /** Where it should end. */
  readonly end: bigint;
}

/** The pages of a stretch in order, the next ones read meanwhile. Throws where the log ends before the stretch does. */
export async function* readAhead(
  log: EventLog,
  { college, from, to }: Stretch,
  size: number,
  without: readonly string[],
): AsyncIterable<Page> {
  let [reached, planned] = [from, from];
  let coming: Coming[] = [];
  const ask = (): void => {
    while (coming.length < AHEAD && planned < to) {
      const limit = to - planned < BigInt(size) ? to - planned : BigInt(size);
      const page = log.scan(college, planned, Number(limit), without);
      // A failure of the fold must not leave what was read ahead unheard.
      page.catch(() => undefined);
      planned += limit;
      coming.push({ page, end: planned });
    }
  };
  ask();
  for (let next = coming.shift(); next; next = coming.shift()) {
    ask();
    const { events, last } = await next.page;
    if (last === reached) throw new Error(`The log of ${college} ends before ${to}.`);
    if (last < next.end) {
      // The stretch has a gap: what follows is asked for again, and says which.
      coming = [];
      planned = last;
      ask();
    }
    yield { events, looked: Number(last - reached) };
    reached = last;
  }
}
