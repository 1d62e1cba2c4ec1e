import type { AppendRecordInput, AppendStreamState, BinaryEventType } from '@kurrent/kurrentdb-client';
import type { AppendRequest, StreamCheck } from '../event-log.ts';
import type { Asides } from './asides.ts';
import type { ToldCommand, ToldEvent } from './told.ts';
import { commandStreamOf, recordId, streamOf } from './naming.ts';

/** A stream as KurrentDB names it, and the state that it must be in. */
export interface StreamState {
  readonly streamName: string;
  readonly expectedState: AppendStreamState;
}

/** A command as KurrentDB stores it: all of the records, or none, if every stream is in its state. */
export interface Transaction {
  readonly records: readonly AppendRecordInput[];
  /** The states of the streams that get records, the command's own first; then those that are only checked. */
  readonly written: readonly StreamState[];
  readonly checked: readonly StreamState[];
}

/** The type of the record that tells that a command was stored. */
export const COMMAND = 'Command';

/** What KurrentDB is told of a command. */
type Told = Pick<ToldCommand, 'id' | 'fingerprint' | 'at'> & {
  readonly events: readonly Omit<ToldEvent, 'revision'>[];
};

/**
 * The records of a command: first one of its own, in a stream that must not be there yet and that tells how many
 * events follow; then the events. Bodies travel as bytes, so that nothing writes them anew; ciphertexts do not travel.
 */
function recordsOf(college: string, { id: command, fingerprint, at, events }: Told) {
  const record = (
    index: number,
    streamName: string,
    type: string,
    text: string,
    metadata: Record<string, string>,
  ): AppendRecordInput<BinaryEventType> => ({
    streamName,
    record: {
      id: recordId(command, index),
      contentType: 'application/octet-stream',
      type,
      data: Buffer.from(text, 'utf8'),
      metadata,
    },
  });
  const told = JSON.stringify({ at, events: events.length, fingerprint });
  return [
    record(0, commandStreamOf(college, command), COMMAND, told, { command }),
    ...events.map(({ stream, id, type, version, body, sealed }, index) =>
      record(index + 1, streamOf(college, stream), type, body, {
        command,
        event: id,
        seq: String(index),
        version: String(version),
        sealed: String(sealed),
      }),
    ),
  ];
}

const stateOf =
  (college: string) =>
  ({ stream, expected }: StreamCheck): StreamState => ({
    streamName: streamOf(college, stream),
    expectedState: expected < 0 ? 'no_stream' : BigInt(expected),
  });

/** An append as a transaction; a stream that is written is not checked once more. Records that were set aside count for KurrentDB. */
export function transactionOf(college: string, request: AppendRequest, asides: Asides): Transaction {
  const { commandId: id, fingerprint, at, writes, checks } = request;
  const events = writes.flatMap(({ stream, events: written }) =>
    written.map((event) => ({ ...event, stream, sealed: event.sealed.length })),
  );
  const theirs = ({ stream, expected }: StreamCheck): StreamState =>
    stateOf(college)({ stream, expected: asides.theirs(streamOf(college, stream), expected) });
  const once = new Map([...writes, ...checks].toReversed().map((one) => [one.stream, one]));
  return {
    records: recordsOf(college, { id, fingerprint, at, events }),
    written: [noCommand(college, id), ...writes.map(theirs)],
    checked: checks.filter((check) => once.get(check.stream) === check).map(theirs),
  };
}

/** A command that was stored elsewhere, as a transaction of its own. */
export function transactionOfTold(college: string, command: Told & Pick<ToldCommand, 'events'>): Transaction {
  const firsts = Map.groupBy(command.events, ({ stream }) => stream);
  return {
    records: recordsOf(college, command),
    written: [
      noCommand(college, command.id),
      ...[...firsts].map(([stream, [first]]) =>
        stateOf(college)({ stream, expected: (first?.revision ?? 0) - 1 }),
      ),
    ],
    checked: [],
  };
}

const noCommand = (college: string, id: string): StreamState => ({
  streamName: commandStreamOf(college, id),
  expectedState: 'no_stream',
});
