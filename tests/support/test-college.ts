import { randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { NO_STREAM, type EventLog } from '../../src/log/event-log.ts';
import { historyAppend } from './history-append.ts';
import type { History } from './pure-ledger.ts';

const AT = '2026-11-22T08:15:30.123Z';

/** A college in a real log, into which events are put without a decider. */
export class TestCollege {
  readonly id: string;
  readonly origin: string;
  readonly #at: string;
  readonly #revisions = new Map<string, number>();
  readonly #log: EventLog;

  constructor(log: EventLog, id: string = randomUUID(), at = AT) {
    this.#log = log;
    this.id = id;
    this.origin = `college-${id}.example/journal`;
    this.#at = at;
  }

  /** Opens the college's log. */
  async open(): Promise<this> {
    await this.#log.open({ id: this.id, origin: this.origin, clock: 'virtual' });
    return this;
  }

  /** Appends a history in one command, stream after stream, at an instant; the last position it reached. */
  async tell(history: History, at = this.#at): Promise<bigint> {
    const place = { id: this.id, origin: this.origin, at, revisions: this.#revisions };
    const request = await historyAppend(this.#log, place, history);
    const outcome = await this.#log.append(this.id, request);
    if (outcome.status !== 'appended')
      throw new Error(`The test's events were answered with ${outcome.status}.`);
    return outcome.last;
  }

  /** Appends an event that no program can fold: its type is of a future version. */
  async poison(stream: string): Promise<bigint> {
    const expected = this.#revisions.get(stream) ?? NO_STREAM;
    this.#revisions.set(stream, expected + 1);
    const event = {
      id: v7(),
      type: 'FromTheFuture',
      version: 1,
      body: '{"type":"FromTheFuture","v":1}',
      sealed: [],
    };
    const outcome = await this.#log.append(this.id, {
      commandId: randomUUID(),
      fingerprint: randomBytes(32).toString('hex'),
      at: this.#at,
      writes: [{ stream, expected, events: [event] }],
      checks: [],
    });
    if (outcome.status !== 'appended')
      throw new Error(`The test's events were answered with ${outcome.status}.`);
    return outcome.last;
  }
}
