import type { AppendRecordInput, AppendStreamState, BinaryEventType } from '@kurrent/kurrentdb-client';
import type { AppendRequest } from '../event-log.ts';
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

const state = (revision: number): AppendStreamState => (revision < 0 ? 'no_stream' : BigInt(revision));

/**
 * The records of a command: first one of its own, in a stream that must not be there yet and that tells how many
 * events follow; then the events. Bodies travel as bytes, so that nothing writes them anew; ciphertexts do not travel.
 */
export function transactionOf(college: string, request: AppendRequest): Transaction {
  const { commandId, fingerprint, at, writes, checks } = request;
  const events = writes.flatMap(({ stream, events: written }) => written.map((event) => ({ stream, event })));
  const record = (
    index: number,
    streamName: string,
    type: string,
    text: string,
    metadata: Record<string, string>,
  ): AppendRecordInput<BinaryEventType> => ({
    streamName,
    record: {
      id: recordId(commandId, index),
      contentType: 'application/octet-stream',
      type,
      data: Buffer.from(text, 'utf8'),
      metadata,
    },
  });

  const own = commandStreamOf(college, commandId);
  const told = JSON.stringify({ at, events: events.length, fingerprint });
  const places = [...writes, ...checks].map(({ stream, expected }) => ({
    streamName: streamOf(college, stream),
    expectedState: state(expected),
  }));
  const isFirst = ({ streamName }: StreamState, index: number): boolean =>
    places.findIndex((place) => place.streamName === streamName) === index;
  return {
    records: [
      record(0, own, COMMAND, told, { command: commandId }),
      ...events.map(({ stream, event: { id, type, version, body, sealed } }, index) =>
        record(index + 1, streamOf(college, stream), type, body, {
          command: commandId,
          event: id,
          seq: String(index),
          version: String(version),
          sealed: String(sealed.length),
        }),
      ),
    ],
    written: [{ streamName: own, expectedState: 'no_stream' }, ...places.slice(0, writes.length)],
    checked: places.filter((place, index) => index >= writes.length && isFirst(place, index)),
  };
}
