import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Message } from 'google-protobuf';
import codes from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { notLeader, packed, type Kind } from '../refusals.ts';
import { DELETED, type NewRecord, type Verdict } from '../store.ts';
import { answerTo, Severed, writing, type Node } from './guard.ts';
import { proposedRecord, streamNameOf, uuidOf } from './requested.ts';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Gathering {
  readonly options: BatchAppendReq.Options;
  readonly records: NewRecord[];
}

/** `Streams.BatchAppend`: one long call; an append comes in parts under its correlation id and is answered by it. */
export const batchAppend =
  (node: Node): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const gathering = new Map<string, Gathering>();
    const answering = new Set<Promise<void>>();
    let hasFailed = false;
    const fail = (failure: unknown) => {
      if (hasFailed || failure instanceof Severed) return;
      hasFailed = true;
      call.emit('error', answerTo(failure));
    };
    call.on('data', (message: BatchAppendReq) => {
      const id = uuidOf(message.getCorrelationId());
      const options = message.getOptions();
      const append = gathering.get(id) ?? (options && { options, records: [] });
      if (!append) return;
      gathering.set(id, append);
      append.records.push(...message.getProposedMessagesList().map((event) => proposedRecord(event, 0)));
      if (!message.getIsFinal()) return;
      gathering.delete(id);
      const answered = finish(node, call, append).then((response) => {
        if (!hasFailed) call.write(response.setCorrelationId(message.getCorrelationId()));
      }, fail);
      answering.add(answered);
      void answered.finally(() => answering.delete(answered));
    });
    call.on('end', () => {
      void Promise.all(answering).then(() => {
        if (!hasFailed) call.end();
      });
    });
  };

async function finish(node: Node, call: Call, { options, records }: Gathering): Promise<BatchAppendResp> {
  const stream = streamNameOf(options);
  const expected = expectedOf(options);
  const response = echo(options);
  const bytes = records.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
  if (bytes > node.limits.append) {
    const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(node.limits.append);
    return response.setError(error('INVALID_ARGUMENT', details, 'MaximumAppendSizeExceeded'));
  }
  const [verdict] = await writing(node, call, notLeader, () =>
    node.store.write([{ stream, expected }], records),
  );
  if (!verdict) throw new Error('The append has no outcome.');
  if (verdict.current === DELETED) {
    const details = new shared.StreamDeleted().setStreamIdentifier(options.getStreamIdentifier());
    return response.setError(error('FAILED_PRECONDITION', details, 'StreamDeleted'));
  }
  if (verdict.outcome !== 'failed') return response.setSuccess(success(verdict));
  return response.setError(
    error('FAILED_PRECONDITION', conflict(verdict.current, options), 'WrongExpectedVersion'),
  );
}

const expectedOf = (options: BatchAppendReq.Options): string => {
  if (options.hasNoStream()) return '-1';
  if (options.hasAny()) return '-2';
  return options.hasStreamExists() ? '-4' : options.getStreamPosition();
};

/** The client learns from the response to what it had asked. */
function echo(options: BatchAppendReq.Options): BatchAppendResp {
  const response = new streams.BatchAppendResp();
  response.setStreamIdentifier(options.getStreamIdentifier());
  if (options.hasNoStream()) response.setNoStream(new empty.Empty());
  else if (options.hasAny()) response.setAny(new empty.Empty());
  else if (options.hasStreamExists()) response.setStreamExists(new empty.Empty());
  else response.setStreamPosition(options.getStreamPosition());
  return response;
}

function success({ last, current, at }: Verdict): BatchAppendResp.Success {
  const succeeded = new streams.BatchAppendResp.Success();
  const revision = last ?? current;
  if (revision === '-1') succeeded.setNoStream(new empty.Empty());
  else succeeded.setCurrentRevision(revision);
  if (at === null) return succeeded.setNoPosition(new empty.Empty());
  const position = new shared.AllStreamPosition();
  position.setCommitPosition(at);
  position.setPreparePosition(at);
  return succeeded.setPosition(position);
}

function conflict(current: string, options: BatchAppendReq.Options): Message {
  const details = new shared.WrongExpectedVersion();
  if (current === '-1') details.setCurrentNoStream(new empty.Empty());
  else details.setCurrentStreamRevision(current);
  if (options.hasNoStream()) details.setExpectedNoStream(new empty.Empty());
  else if (options.hasAny()) details.setExpectedAny(new empty.Empty());
  else if (options.hasStreamExists()) details.setExpectedStreamExists(new empty.Empty());
  else details.setExpectedStreamPosition(options.getStreamPosition());
  return details;
}

function error(code: Kind, details: Message, name: string): InstanceType<typeof statuses.Status> {
  const result = new statuses.Status();
  result.setCode(codes.Code[code]);
  result.setMessage(name);
  return result.setDetails(packed(details, `event_store.client.${name}`));
}
