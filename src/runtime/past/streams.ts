import type { Recorded } from '../../../events/recorded.ts';
import { decode } from '../../log/body.ts';
import type { EventLog } from '../../log/event-log.ts';

/** How much of the past one answer may read. */
const MOST_STREAMS = 50_000;
const MOST_EVENTS = 250_000;

/** Streams read at once. */
const AT_ONCE = 1_000;

/** A question about the past that would read more than the limits let it. */
export class PastTooWide extends Error {
  override readonly name = 'PastTooWide';
  readonly of: 'streams' | 'events';
  readonly most: number;

  constructor(of: 'streams' | 'events', most: number) {
    super(`The answer would be folded from more than ${most} ${of}.`);
    this.of = of;
    this.most = most;
  }
}

const demandAtMost = (of: 'streams' | 'events', count: number, most: number): void => {
  if (count > most) throw new PastTooWide(of, most);
};

/** The events of some streams up to a position, itself included, in the order of the log. Throws `PastTooWide`. */
export const eventsUntil = async (
  log: EventLog,
  college: string,
  streams: readonly string[],
  position: bigint,
): Promise<readonly Recorded[]> => {
  demandAtMost('streams', streams.length, MOST_STREAMS);
  const events: Recorded[] = [];
  for (let first = 0; first < streams.length; first += AT_ONCE) {
    const found = await log.readStreams(college, streams.slice(first, first + AT_ONCE));
    for (const stored of found.values())
      for (const event of stored) if (event.position <= position) events.push(decode(event));
    demandAtMost('events', events.length, MOST_EVENTS);
  }
  return inOrder(events);
};

/** Events of several streams in the order of the log. */
export const inOrder = (events: readonly Recorded[]): readonly Recorded[] =>
  events.toSorted((one, other) => (one.position < other.position ? -1 : 1));

/** The streams of the cells where some students meet some lessons. */
export const cellStreams = (
  kinds: readonly ('mark' | 'attendance')[],
  lessons: readonly string[],
  students: readonly string[],
): readonly string[] =>
  students.flatMap((student) =>
    lessons.flatMap((lesson) => kinds.map((kind) => `${kind}-${lesson}.${student}`)),
  );
