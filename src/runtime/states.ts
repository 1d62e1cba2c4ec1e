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

/** How many folded streams the colleges of a process remember together: those in use, and as many again. */
const GENERATION = 50_000;

/** The room that colleges share for what they remember: a busy one takes more of it, and one at rest gives its own up. */
export class Room {
  readonly #size: number;
  readonly #turns: (() => void)[] = [];
  #taken = 0;

  constructor(size = GENERATION) {
    this.#size = size;
  }

  /** Adds a college, which lets its older generation go whenever it is told to turn. */
  join(turn: () => void): void {
    this.#turns.push(turn);
  }

  /** Takes the room of one more stream; when there is none left, every college turns. */
  take(): void {
    this.#taken += 1;
    if (this.#taken < this.#size) return;
    this.#taken = 0;
    for (const turn of this.#turns) turn();
  }
}

/** A stream a decision rested on. */
export interface Rested {
  readonly fold: Fold<unknown>;
  readonly folded: Folded;
}

/**
 * The folded streams of one college, remembered by the process. A remembered state may be old;
 * the append's checks catch that, and the runtime then catches up on what is new.
 */
export class States {
  // Two generations instead of an order of use: what is used moves to the young one, and when that is full
  // the old one goes. Re-ordering one large map at every look-up would cost more than deciding does.
  #young = new Map<string, Folded>();
  #old = new Map<string, Folded>();
  /** Counts how often everything was forgotten: what was being read then is not kept. */
  #epoch = 0;
  readonly #loading = new Map<string, Promise<Folded>>();
  readonly #loader: DataLoader<string, readonly Past[]>;
  readonly #log: EventLog;
  readonly #college: string;
  readonly #room: Room;

  constructor(log: EventLog, college: string, room = new Room()) {
    this.#log = log;
    this.#college = college;
    this.#room = room;
    room.join(() => {
      this.#old = this.#young;
      this.#young = new Map();
    });
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
    const remembered = this.#recall(stream);
    // A stream's name begins with its category, and a category has one fold.
    if (remembered) return remembered as Folded<State>;
    // Many commands may ask for one page at once: it is read and folded for all of them together.
    const loading = this.#loading.getOrInsertComputed(stream, () =>
      this.#load(fold as Fold<unknown>, stream),
    );
    return (await loading) as Folded<State>;
  }

  /** The state of a stream as it is remembered, or that of one without events: the append tells whether it has some. */
  newUnlessKnown<State>(fold: Fold<State>, stream: string): Folded<State> {
    const remembered = this.#recall(stream);
    return remembered ? (remembered as Folded<State>) : { state: fold.initial, revision: NO_STREAM };
  }

  /** Takes up events that were just appended after `before`. */
  advance(fold: Fold<unknown>, stream: string, before: Folded, events: readonly Past[]): void {
    const state = events.reduce(fold.evolve, before.state);
    this.#remember(stream, { state, revision: before.revision + events.length });
  }

  /** Takes up what was appended to these streams since; tells whether there was anything. */
  async catchUp(rested: ReadonlyMap<string, Rested>): Promise<boolean> {
    const moved = await Promise.all(
      Array.from(rested, async ([stream, { fold, folded }]) => {
        const later = await this.#log.readStream(this.#college, stream, folded.revision + 1);
        if (later.length > 0) this.advance(fold, stream, folded, later.map(decode));
        return later.length > 0;
      }),
    );
    return moved.includes(true);
  }

  /** Forgets every state: texts that were erased may stand in it. */
  forget(): void {
    this.#epoch += 1;
    this.#young = new Map();
    this.#old = new Map();
  }

  async #load(fold: Fold<unknown>, stream: string): Promise<Folded> {
    const epoch = this.#epoch;
    try {
      const events = await this.#loader.load(stream);
      const folded = {
        state: events.reduce(fold.evolve, fold.initial),
        revision: events.length + NO_STREAM,
      };
      if (epoch === this.#epoch) this.#remember(stream, folded);
      return folded;
    } finally {
      this.#loading.delete(stream);
    }
  }

  #recall(stream: string): Folded | undefined {
    const young = this.#young.get(stream);
    if (young) return young;
    const old = this.#old.get(stream);
    if (old) this.#keep(stream, old);
    return old;
  }

  #remember(stream: string, folded: Folded): void {
    const known = this.#young.get(stream) ?? this.#old.get(stream);
    if (known && known.revision > folded.revision) return;
    this.#keep(stream, folded);
  }

  #keep(stream: string, folded: Folded): void {
    if (!this.#young.has(stream)) this.#room.take();
    this.#young.set(stream, folded);
  }
}
