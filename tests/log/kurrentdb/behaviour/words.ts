import { randomUUID } from 'node:crypto';
import { binaryEvent, jsonEvent, STREAM_STATE, StreamNotFoundError } from '@kurrent/kurrentdb-client';
import type {
  AppendRecordInput,
  AppendStreamState,
  ConsistencyCheck,
  KurrentDBClient,
  ResolvedEvent,
} from '@kurrent/kurrentdb-client';

/** Gives the client of the suite, once it is connected. */
export type Connected = () => KurrentDBClient;

/** A stream that nobody has used. */
export const freshStream = (kind = 'talk'): string => `${kind}-${randomUUID()}`;

/** An event that says a word. */
export const said = (word: string, id: string = randomUUID()) =>
  jsonEvent({ id, type: 'Said', data: { word } });

/** The same in bytes, which the client leaves as they are. */
export const bytes = (data: Uint8Array, id: string = randomUUID()) => binaryEvent({ id, type: 'Kept', data });

/** A record of a stream. */
export const record = (streamName: string, word: string, id: string = randomUUID()): AppendRecordInput => ({
  streamName,
  record: said(word, id),
});

/** Demands that a stream stands somewhere. */
export const demand = (streamName: string, expectedState: AppendStreamState): ConsistencyCheck => ({
  type: STREAM_STATE,
  streamName,
  expectedState,
});

/** The words of what was read, in order. */
export const wordsOf = (events: readonly ResolvedEvent[]): readonly string[] =>
  events.map(({ event }) => (event?.data as { readonly word: string }).word);

/** What an act fails with; the test fails where it does not. */
export async function failureOf(act: Promise<unknown>): Promise<unknown> {
  try {
    await act;
  } catch (failure) {
    return failure;
  }
  throw new Error('It was expected to fail.');
}

/** The words of a stream, none where it is not there. */
export async function wordsIn(client: KurrentDBClient, stream: string): Promise<readonly string[]> {
  try {
    return wordsOf(await Array.fromAsync(client.readStream(stream)));
  } catch (failure) {
    if (failure instanceof StreamNotFoundError) return [];
    throw failure;
  }
}
