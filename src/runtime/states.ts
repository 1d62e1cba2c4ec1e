import DataLoader from 'dataloader';
import type { Past } from '../../events/recorded.ts';
import type { Fold } from '../decisions/decision.ts';
import { decode } from '../log/body.ts';
import { NO_STREAM, type EventLog } from '../log/event-log.ts';

/** The state of one stream and the revision it was folded up to. */
export interface Folded<State = unknown> {
  readonly state: State;
  readonly revision: number;
}

/** How many folded streams a process remembers for each college. */
const REMEMBERED = 20_000;

/**
 * The folded streams of one college, remembered by the process. A remembered state may be old;
 * the append's checks catch that, and the runtime then forgets it and reads again.
 */
export class States {
  readonly #remembered = new Map<string, Folded>();
  readonly #loader: DataLoader<string, readonly Past[]>;

  constructor(log: EventLog, college: string) {
    this.#loader = new DataLoader(
      async (streams) => {
        const found = await log.readStreams(college, streams);
        return streams.map((stream) => (found.get(stream) ?? []).map(decode));
      },
      { cache: false, maxBatchSize: 500 },
    );
  }

  /** The state of a stream, from memory or from the log. */
  async get<State>(fold: Fold<State>, stream: string): Promise<Folded<State>> {
    const remembered = this.#remembered.get(stream);
    if (remembered) {
      this.#remembered.delete(stream);
      this.#remembered.set(stream, remembered);
      // A stream's name begins with its category, and a category has one fold.
      return remembered as Folded<State>;
    }
    const events = await this.#loader.load(stream);
    const folded = { state: events.reduce(fold.evolve, fold.initial), revision: events.length + NO_STREAM };
    this.#remember(stream, folded);
    return folded;
  }

  /** Takes up events that were just appended after `before`. */
  advance(fold: Fold<unknown>, stream: string, before: Folded, events: readonly Past[]): void {
    const state = events.reduce(fold.evolve, before.state);
    this.#remember(stream, { state, revision: before.revision + events.length });
  }

  /** Forgets a stream that may have moved. */
  forget(stream: string): void {
    this.#remembered.delete(stream);
  }

  #remember(stream: string, folded: Folded): void {
    const known = this.#remembered.get(stream);
    if (known && known.revision > folded.revision) return;
    this.#remembered.delete(stream);
    this.#remembered.set(stream, folded);
    if (this.#remembered.size > REMEMBERED) {
      const [oldest] = this.#remembered.keys();
      if (oldest !== undefined) this.#remembered.delete(oldest);
    }
  }
}
