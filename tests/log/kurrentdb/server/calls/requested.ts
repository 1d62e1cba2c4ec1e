import type { UUID } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type {
  AppendReq,
  BatchAppendReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { StreamIdentifier } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type { NewRecord } from '../store.ts';

/** The name of the stream that a request is about. */
export const streamNameOf = (options: { getStreamIdentifier(): StreamIdentifier | undefined }): string =>
  Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');

interface Expecting {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
  getRevision(): string;
}

/** The expectation as the store counts them. */
export function expectedOf(options: Expecting): string {
  if (options.hasNoStream()) return '-1';
  if (options.hasAny()) return '-2';
  return options.hasStreamExists() ? '-4' : options.getRevision();
}

/** A UUID in either of its two forms. */
export function uuidOf(uuid: UUID | undefined): string {
  const halves = uuid?.getStructured();
  if (!halves) return uuid?.getString() ?? '';
  const hex = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An event of the first protocol. */
export const proposedRecord = (
  message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage,
  of: number,
): NewRecord => ({
  of,
  id: uuidOf(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  json: message.getMetadataMap().get('content-type') === 'application/json',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});
