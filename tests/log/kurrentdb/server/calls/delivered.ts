import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type { StoredRecord } from '../store.ts';

const TICKS_PER_MILLISECOND = 10_000n;

/** A record as readers get it. */
export function delivered(record: StoredRecord): ReadResp {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  event.setId(new shared.UUID().setString(record.id));
  event.setStreamIdentifier(identifier(record.stream));
  event.setStreamRevision(record.revision);
  event.setCommitPosition(record.position);
  event.setPreparePosition(record.position);
  const created = BigInt(record.recorded_at.getTime()) * TICKS_PER_MILLISECOND;
  event
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.json ? 'application/json' : 'application/octet-stream')
    .set('created', String(created));
  event.setCustomMetadata(record.metadata);
  event.setData(record.data);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(event);
  read.setCommitPosition(record.position);
  return new streams.ReadResp().setEvent(read);
}

/** The stream was never written, or is deleted. */
export const notFound = (stream: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)),
  );

/** The subscription stands. */
export const confirmation = (id: string): ReadResp =>
  new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id),
  );

/** Everything up to here was looked at, whether it passed the filter or not. */
export function checkpoint(position: string): ReadResp {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(position);
  reached.setPreparePosition(position);
  reached.setTimestamp(now());
  return new streams.ReadResp().setCheckpoint(reached);
}

/** The subscriber has seen all there is: a stream's subscriber up to a revision, one of `$all` up to a position. */
export function caughtUp(at: { readonly revision?: string; readonly position?: string }): ReadResp {
  const state = new streams.ReadResp.CaughtUp();
  state.setTimestamp(now());
  if (at.revision !== undefined) state.setStreamRevision(at.revision);
  if (at.position !== undefined) {
    const position = new streams.ReadResp.Position();
    position.setCommitPosition(at.position);
    position.setPreparePosition(at.position);
    state.setPosition(position);
  }
  return new streams.ReadResp().setCaughtUp(state);
}

function now(): InstanceType<typeof timestamp.Timestamp> {
  const instant = new timestamp.Timestamp();
  instant.fromDate(new Date());
  return instant;
}

const identifier = (stream: string) =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
