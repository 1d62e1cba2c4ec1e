import { randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { Meta } from '../../events/recorded.ts';
import type { DomainEvent } from '../../events/register.ts';
import { keyName } from '../../src/keys/key-name.ts';
import { encode, type KeyOf } from '../../src/log/body.ts';
import { NO_STREAM, type EventLog, type StreamWrite } from '../../src/log/event-log.ts';
import type { DataKey } from '../../src/keys/data-key.ts';
import { happened } from './page-events.ts';

/** Who acts, and when; by default one teacher in one session. */
export interface Acting {
  readonly account: string;
  readonly session: string;
  /** ISO 8601 with milliseconds; it may not go back. */
  readonly at: string;
}

/** Events by stream. */
export type Told = Iterable<readonly [stream: string, events: readonly DomainEvent[]]>;

/** Writes a college's history without deciders: each append is one command. */
export class HistoryTeller {
  readonly #log: EventLog;
  readonly #college: string;
  readonly #origin: string;
  readonly #revisions = new Map<string, number>();
  readonly #keys = new Map<string, DataKey>();

  constructor(log: EventLog, college: string, origin: string) {
    this.#log = log;
    this.#college = college;
    this.#origin = origin;
  }

  /** Makes the keys of some subjects: what the log has to be told of them before a text is sealed. */
  async keysFor(subjects: readonly string[]): Promise<Told> {
    const nameOf = (subject: string): string => keyName({ subject, purpose: 'special', generation: 1 });
    const made = await this.#log.keyring.obtain(this.#college, subjects.map(nameOf));
    return subjects.map((subject) => {
      const key = made.get(nameOf(subject));
      if (!key || key === 'destroyed') throw new Error('The bench lost a key.');
      this.#keys.set(nameOf(subject), key);
      const data = { subject, purpose: 'special', generation: 1, commitment: key.commitment } as const;
      return [`key-${subject}.special`, [happened('SubjectKeyCreated', data)]] as const;
    });
  }

  /** Appends; the last position. */
  async tell(streams: Told, acting: Acting): Promise<bigint> {
    let seq = 0;
    const command = randomUUID();
    const writes = [...streams].map(([stream, events]): StreamWrite => {
      const expected = this.#revisions.get(stream) ?? NO_STREAM;
      this.#revisions.set(stream, expected + events.length);
      const place = { log: this.#origin, stream };
      return {
        stream,
        expected,
        events: events.map((event, index) =>
          encode(
            event,
            metaOf(acting, command),
            { ...place, revision: expected + 1 + index, seq: seq++ },
            salt,
            this.#keyOf,
          ),
        ),
      };
    });
    const fingerprint = randomBytes(32).toString('hex');
    const request = { commandId: command, fingerprint, at: acting.at, writes, checks: [] };
    const outcome = await this.#log.append(this.#college, request);
    if (outcome.status !== 'appended')
      throw new Error(`The bench's events were answered with ${outcome.status}.`);
    return outcome.last;
  }

  readonly #keyOf: KeyOf = (subject, purpose) => {
    const name = keyName({ subject, purpose, generation: 1 });
    const key = this.#keys.get(name);
    if (!key) throw new Error('A text of the bench is about somebody without a key.');
    return { name, key };
  };
}

const salt = (): string => randomBytes(16).toString('base64url');

const metaOf = ({ account, session, at }: Acting, command: string): Meta => ({
  id: v7({ msecs: Date.parse(at) }),
  at,
  command,
  actor: { account, session, channel: 'graphql', role: 'teacher', onBehalfOf: null },
  occurredOn: at.slice(0, 10),
  source: 'online',
  correlation: null,
  rule: {
    parameter: 'marks.editWindow',
    clause: '4.5.1',
    version: 0,
    deadline: '2026-12-13',
    late: false,
    grant: null,
    due: null,
  },
});
