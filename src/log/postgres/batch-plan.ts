import { NO_STREAM, type AppendRequest, type NewEvent, type StreamCheck } from '../event-log.ts';

/** How long a decision may wait, in milliseconds: as the append functions say (T26), and one less, for what is cut off here. */
const TOLERANCE_MS = 1_999;

/** The streams a batch touches: their names, and where they stand before and after it if every append is stored. */
class Streams {
  readonly names: string[] = [];
  readonly before: number[] = [];
  readonly after: number[] = [];
  /** Whether the appends agree with each other about where the streams stand. */
  isEven = true;
  readonly #ordinals = new Map<string, number>();

  /** The ordinal of a stream, from 1, that an append expects somewhere. */
  expect({ stream, expected }: StreamCheck): number {
    const found = this.#ordinals.get(stream);
    if (found !== undefined) {
      this.isEven &&= this.after[found - 1] === expected;
      return found;
    }
    const ordinal = this.names.push(stream);
    this.before.push(expected);
    this.after.push(expected);
    this.#ordinals.set(stream, ordinal);
    return ordinal;
  }

  /** Tells that a stream was written up to a revision. */
  reach(ordinal: number, revision: number): void {
    this.after[ordinal - 1] = revision;
  }
}

const toMicroseconds = (at: string): string => `${at.slice(0, 19)}.${at.slice(20, -1).padEnd(6, '0')}Z`;

/** Instants of one length compare as texts do. */
const isLater = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : toMicroseconds(one) > toMicroseconds(other);

/** What an append function is told of a batch: several appends side by side, each ordinal from 1. */
export function batchOf(requests: readonly AppendRequest[]) {
  const streams = new Streams();
  const [ends, recorded]: [number[], string[]] = [[], []];
  const all: NewEvent[] = [];
  const [appends, streamOf, revisions]: [number[], number[], number[]] = [[], [], []];
  /** Four numbers each: append, stream, expected revision, events to write. */
  const conditions: number[] = [];
  let [opens, moves] = [false, false];
  let [earliest, latest] = ['', ''];
  let isInTime = true;

  for (const [index, { at, writes, checks }] of requests.entries()) {
    for (const write of writes) {
      const ordinal = streams.expect(write);
      conditions.push(index + 1, ordinal, write.expected, write.events.length);
    }
    for (const check of checks) conditions.push(index + 1, streams.expect(check), check.expected, 0);
    // Only now: an append may check what it writes, and means where that stood before.
    for (const { stream, expected, events } of writes) {
      const ordinal = streams.expect({ stream, expected });
      for (const [offset, event] of events.entries()) {
        all.push(event);
        appends.push(index + 1);
        streamOf.push(ordinal);
        revisions.push(expected + 1 + offset);
      }
      streams.reach(ordinal, expected + events.length);
      if (expected === NO_STREAM) opens = true;
      else moves = true;
    }
    ends.push(all.length);
    isInTime &&= index === 0 || Date.parse(at) >= Date.parse(latest) - TOLERANCE_MS;
    if (index === 0 || isLater(at, latest)) latest = at;
    if (index === 0 || isLater(earliest, at)) earliest = at;
    recorded.push(latest);
  }
  return {
    earliest,
    latest,
    opens,
    moves,
    isEven: streams.isEven && isInTime,
    streams,
    appends: { ends, recorded },
    events: { all, appends, streams: streamOf, revisions },
    conditions,
  };
}
