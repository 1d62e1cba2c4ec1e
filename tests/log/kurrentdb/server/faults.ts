import { setTimeout as pause } from 'node:timers/promises';

/** Where a node of a cluster listens. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** What a test asks of the server so that it fails as servers and networks do. `clear` ends all of it. */
export interface Faults {
  /** Writes, and reads that require the leader, are answered with where the leader is. */
  notLeader(leader: Endpoint): void;
  /** Every call is answered UNAVAILABLE. */
  unavailable(): void;
  /** Nobody listens: connections are reset and new ones refused, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Every call takes so long, before anything was done or after all of it was. */
  slow(milliseconds: number, when: 'before' | 'after'): void;
  /** The next writes lose their connection by a TCP reset, before or after they took effect. */
  resetWrites(when: 'before' | 'after', times?: number): void;
  /** The next reads and subscriptions lose their connection after so many events. */
  cutReads(events: number, times?: number): void;
  /** The next reads and subscriptions that go on from a position begin so many records before it. */
  redeliver(records: number, times?: number): void;
  /** The next events of subscriptions are each delivered twice. */
  repeat(events: number): void;
  /** Appends that expect any revision no longer recognise what was written before, as after a restart. */
  forget(): Promise<void>;
  /** How many faults took place: a test that counts on one asserts it. */
  readonly befallen: number;
  clear(): Promise<void>;
}

/** The faults as the calls consult them. */
export class FaultPlan {
  leader: Endpoint | null = null;
  isUnavailable = false;
  befallen = 0;
  #slow = { milliseconds: 0, when: 'before' };
  readonly #resets: ('before' | 'after')[] = [];
  readonly #cuts: number[] = [];
  readonly #redeliveries: number[] = [];
  #repeats = 0;

  clear(): void {
    this.leader = null;
    this.isUnavailable = false;
    this.#slow = { milliseconds: 0, when: 'before' };
    this.#resets.length = 0;
    this.#cuts.length = 0;
    this.#redeliveries.length = 0;
    this.#repeats = 0;
  }

  slow(milliseconds: number, when: 'before' | 'after'): void {
    this.#slow = { milliseconds, when };
  }

  resetWrites(when: 'before' | 'after', times = 1): void {
    for (let i = 0; i < times; i += 1) this.#resets.push(when);
  }

  cutReads(events: number, times = 1): void {
    for (let i = 0; i < times; i += 1) this.#cuts.push(events);
  }

  redeliver(records: number, times = 1): void {
    for (let i = 0; i < times; i += 1) this.#redeliveries.push(records);
  }

  repeat(events: number): void {
    this.#repeats = events;
  }

  /** Waits as long as calls are slow at this moment. */
  async delay(when: 'before' | 'after'): Promise<void> {
    if (this.#slow.when !== when || this.#slow.milliseconds === 0) return;
    this.befallen += 1;
    await pause(this.#slow.milliseconds);
  }

  /** When the next write is to be cut off, `null` for never. */
  takeReset(): 'before' | 'after' | null {
    return this.#befall(this.#resets.shift()) ?? null;
  }

  /** After how many events the next read is to be cut off. */
  takeCut(): number | null {
    return this.#befall(this.#cuts.shift()) ?? null;
  }

  /** How many records the next delivery repeats. */
  takeRedelivery(): number {
    return this.#befall(this.#redeliveries.shift()) ?? 0;
  }

  /** Whether this event is delivered twice. */
  takeRepeat(): boolean {
    if (this.#repeats === 0) return false;
    this.#repeats -= 1;
    this.befallen += 1;
    return true;
  }

  #befall<Value>(value: Value | undefined): Value | undefined {
    if (value !== undefined) this.befallen += 1;
    return value;
  }
}
