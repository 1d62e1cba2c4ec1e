import type { Past } from '../../events/recorded.ts';
import type { Accepted, Circumstances, Refused, Write } from '../decisions/decision.ts';
import type { CommandType } from '../decisions/register.ts';
import { encode, type KeyOf } from '../log/body.ts';
import { NO_STREAM, type StreamCheck, type StreamWrite } from '../log/event-log.ts';
import type { Rested } from './states.ts';
import { newId, randomText } from './random.ts';

/** The envelope of one command. */
export interface Envelope {
  readonly commandId: string;
  readonly origin: string;
  readonly correlation: string | null;
  readonly request: string | undefined;
}

/** What is about to be appended, and the same events in the clear. */
export interface Composition {
  readonly writes: readonly StreamWrite[];
  readonly checks: readonly StreamCheck[];
  /** By stream; their places in the log follow once it has given them. */
  readonly events: ReadonlyMap<string, readonly Past[]>;
}

/** What can be written down: an accepted decision, or the record of a refused one, which no role allowed. */
export type Composable = Omit<Accepted, 'accepted' | 'right'> & { readonly right: Accepted['right'] | null };

/** Writes a decision down: an event's metadata and body, each stream's expected revision, the checks. */
export const compose = (
  { writes, right, rule, occurredOn, onBehalfOf, warnings }: Composable,
  circumstances: Circumstances,
  { commandId, origin, correlation, request }: Envelope,
  rested: ReadonlyMap<string, Rested>,
  keyOf: KeyOf,
): Composition => {
  const at = circumstances.now;
  const msecs = Date.parse(at);
  const events = new Map<string, readonly Past[]>();
  let seq = 0;
  const composed = writes.map((write): StreamWrite => {
    const stream = `${write.category}-${write.id}`;
    const expected = rested.get(stream)?.folded.revision ?? NO_STREAM;
    // A key that was made on the way is nobody's decision: no rule allowed it, and nobody was warned of it.
    const isDecided = write.events[0]?.type !== 'SubjectKeyCreated';
    const past = write.events.map((event, index): Past => ({
      ...event,
      meta: {
        id: newId(msecs),
        at,
        command: commandId,
        actor: { ...circumstances.actor, role: right, onBehalfOf },
        occurredOn: isDecided
          ? (write.grounds?.[index]?.occurredOn ?? occurredOn ?? circumstances.today)
          : circumstances.today,
        source: circumstances.source,
        correlation,
        rule: isDecided ? (write.grounds?.[index]?.rule ?? rule) : null,
        outage: circumstances.outage ?? undefined,
        request,
        warnings: warnings.length > 0 && isDecided ? warnings : undefined,
      },
    }));
    events.set(stream, past);
    return {
      stream,
      expected,
      events: past.map((event, index) =>
        encode(
          event,
          event.meta,
          { log: origin, stream, revision: expected + 1 + index, seq: seq++ },
          randomText,
          keyOf,
        ),
      ),
    };
  });
  const checks = [...rested]
    .filter(([stream]) => !events.has(stream))
    .map(([stream, { folded }]) => ({ stream, expected: folded.revision }));
  return { writes: composed, checks, events };
};

/** A refusal as a decision that writes it down, in a stream of its own so that attempts never contend. */
export const recordOf = (
  { refusal, subject }: Refused,
  command: CommandType,
  commandId: string,
): Composable => {
  const { code, facts, parameter, clause, grantable } = refusal;
  const { journal = null, lesson = null, student = null, period = null } = subject;
  const data = { command, code, facts, parameter, clause, grantable, journal, lesson, student, period };
  const write: Write = { category: 'refusal', id: commandId, events: [{ type: 'AttemptRefused', data }] };
  return { writes: [write], right: null, rule: null, occurredOn: null, onBehalfOf: null, warnings: [] };
};
