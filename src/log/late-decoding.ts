import type { Meta, Recorded } from '../../events/recorded.ts';
import { definitionOf } from '../../events/register.ts';
import { decode } from './body.ts';
import type { OpenedEvent } from './event-log.ts';

/** Where the data of an event lies in its canonical body, whose names stand in the order of the alphabet. */
const [DATA, ID, LOG, AT] = [',"data":', ',"id":"', ',"log":"', '},"at":"'];

const NO_TEXTS = ',"sealed":[],"seq":';

/** An instant with its quotes. */
const INSTANT = 26;

/** What the decoding of one event leaves for the next. */
interface Left {
  /** The types of which more was asked for than data and instant: the next of them is decoded at once. */
  readonly wholes: Set<string>;
  /** The events of a command have one instant: as it stands in a body, and as text. */
  quoted: string;
  at: string;
}

/** The part of a body that lies there, parsed; `undefined` where it is not one whole value. */
const parsed = (body: string, from: number, to: number): unknown => {
  try {
    return JSON.parse(body.slice(from, to));
  } catch {
    return undefined;
  }
};

const dataIn = (body: string): unknown => {
  const before = body.indexOf(DATA);
  const log = body.indexOf(LOG, before);
  if (before < 0 || log < 0) return undefined;
  return parsed(body, before + DATA.length, body.lastIndexOf(ID, log));
};

/** Meta of which the instant alone is mostly wanted. */
class LateMeta implements Meta {
  readonly #event: LateEvent;

  constructor(event: LateEvent) {
    this.#event = event;
  }

  get at(): string {
    return this.#event.at;
  }

  get id(): Meta['id'] {
    return this.#event.whole.meta.id;
  }

  get command(): Meta['command'] {
    return this.#event.whole.meta.command;
  }

  get actor(): Meta['actor'] {
    return this.#event.whole.meta.actor;
  }

  get occurredOn(): Meta['occurredOn'] {
    return this.#event.whole.meta.occurredOn;
  }

  get source(): Meta['source'] {
    return this.#event.whole.meta.source;
  }

  get correlation(): Meta['correlation'] {
    return this.#event.whole.meta.correlation;
  }

  get rule(): Meta['rule'] {
    return this.#event.whole.meta.rule;
  }

  get outage(): Meta['outage'] {
    return this.#event.whole.meta.outage;
  }

  get request(): Meta['request'] {
    return this.#event.whole.meta.request;
  }

  get warnings(): Meta['warnings'] {
    return this.#event.whole.meta.warnings;
  }
}

/** An event of which no more is read than is asked for; the type, version and place are those of its body's end. */
class LateEvent {
  readonly type: string;
  readonly position: bigint;
  readonly revision: number;
  readonly #stored: OpenedEvent;
  readonly #left: Left;
  #whole: Recorded | null = null;
  #data: unknown = undefined;

  constructor(stored: OpenedEvent, left: Left) {
    this.#stored = stored;
    this.#left = left;
    this.type = stored.type;
    this.position = stored.position;
    this.revision = stored.revision;
  }

  get data(): unknown {
    return (this.#data ??= dataIn(this.#stored.body) ?? this.whole.data);
  }

  get meta(): Meta {
    return new LateMeta(this);
  }

  get sealed(): Recorded['sealed'] {
    const { sealed, body } = this.#stored;
    return sealed.length === 0 && body.includes(NO_TEXTS) ? undefined : this.whole.sealed;
  }

  get stream(): string {
    return this.whole.stream;
  }

  get at(): string {
    const { body } = this.#stored;
    const left = this.#left;
    const from = body.indexOf(AT) + AT.length - 1;
    if (body.startsWith(left.quoted, from)) return left.at;
    const at = parsed(body, from, from + INSTANT);
    if (typeof at !== 'string') return this.whole.meta.at;
    left.quoted = JSON.stringify(at);
    return (left.at = at);
  }

  /** All of the event. Throws as `decode` does. */
  get whole(): Recorded {
    this.#left.wholes.add(this.type);
    return (this.#whole ??= decode(this.#stored));
  }
}

/**
 * Decodes events for a fold that passes over all of a log, each no further than its handlers look: a body is parsed in
 * part, and a text opened only where it is read. What they read is what `decode` gives, and throws as it does.
 */
export const lateDecoding = (): ((event: OpenedEvent) => Recorded) => {
  const left: Left = { wholes: new Set(), quoted: '\u0000', at: '' };
  const ends = new Map<string, string>();
  return (stored) => {
    const { type, body } = stored;
    // Only a body that ends with the very type it was stored under, in its latest version, is taken apart.
    const end = ends.getOrInsertComputed(
      type,
      () => `,"type":"${type}","v":${String(definitionOf(type).version)}}`,
    );
    if (left.wholes.has(type) || !body.endsWith(end)) return decode(stored);
    return new LateEvent(stored, left) as unknown as Recorded;
  };
};
