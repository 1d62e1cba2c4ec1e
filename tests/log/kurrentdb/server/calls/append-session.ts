import { status } from '@grpc/grpc-js';
import type { handleClientStreamingCall, ServerReadableStream } from '@grpc/grpc-js';
import protocol from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import type {
  AppendRequest,
  AppendSessionResponse,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import errors from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb.js';
import { detailedRefusal, notLeaderNode, refusal, type Refusal } from '../refusals.ts';
import { DELETED, type Expectation, type Verdict } from '../store.ts';
import { lastPosition } from './append-records.ts';
import { answered, writing, type Node } from './guard.ts';
import { invalid, RecordScale } from './records.ts';

type Call = ServerReadableStream<AppendRequest, AppendSessionResponse>;

const ERRORS = 'kurrentdb.protocol.v2.streams.errors';

/** `StreamsService.AppendSession`: a stream a message, each stream once, all of them or none. */
export const appendSession =
  (node: Node): handleClientStreamingCall<AppendRequest, AppendSessionResponse> =>
  (call, answer) => {
    answered(appended(node, call), answer);
  };

async function appended(node: Node, call: Call): Promise<AppendSessionResponse> {
  const streams: Expectation[] = [];
  const scale = new RecordScale(node.limits);
  for await (const request of call as AsyncIterable<AppendRequest>) {
    const stream = request.getStream();
    if (!stream) throw invalid('An append names its stream.');
    if (streams.some((known) => known.stream === stream)) throw alreadyInSession(stream);
    const of = streams.push({
      stream,
      expected: request.getExpectedRevision() ?? '-2',
    });
    for (const record of request.getRecordsList()) scale.add(record, stream, of - 1);
  }
  // A client that is cut off has not said that it is done: its session ends, and what it had sent is no append.
  if (call.cancelled) throw refusal(status.CANCELLED, 'The client has gone.');
  if (streams.length === 0) throw invalid('Append session started, but no append requests were sent.');
  const verdicts = await writing(node, call, notLeaderNode, () => node.store.write(streams, scale.records));
  if (verdicts[0]?.outcome === 'failed') throw failed(verdicts, streams);
  const response = new protocol.AppendSessionResponse();
  response.setPosition(lastPosition(verdicts));
  for (const [index, { stream }] of streams.entries()) {
    const output = response.addOutput();
    output.setStream(stream);
    output.setStreamRevision(verdicts[index]?.last ?? verdicts[index]?.current ?? '-1');
    output.setPosition(verdicts[index]?.at ?? '-1');
  }
  return response;
}

/** Only the first stream that stood elsewhere is named. Records that were partly there before are nobody's fault. */
function failed(verdicts: readonly Verdict[], streams: readonly Expectation[]): Refusal {
  const index = verdicts.findIndex(({ blamed }) => blamed);
  const [verdict, wanted] = [verdicts[index], streams[index]];
  if (!verdict || !wanted) return refusal(status.UNKNOWN, 'Exception was thrown by handler.');
  if (verdict.current === DELETED) {
    const details = new errors.StreamTombstonedErrorDetails();
    details.setStream(wanted.stream);
    return detailedRefusal(
      'FAILED_PRECONDITION',
      `Stream '${wanted.stream}' has been tombstoned.`,
      'STREAM_TOMBSTONED',
      details,
      `${ERRORS}.StreamTombstonedErrorDetails`,
    );
  }
  const details = new errors.StreamRevisionConflictErrorDetails();
  details.setStream(wanted.stream);
  details.setExpectedRevision(wanted.expected);
  details.setActualRevision(verdict.current);
  return detailedRefusal(
    'FAILED_PRECONDITION',
    `Append failed due to a revision conflict on stream '${wanted.stream}'.`,
    'STREAM_REVISION_CONFLICT',
    details,
    `${ERRORS}.StreamRevisionConflictErrorDetails`,
  );
}

function alreadyInSession(stream: string): Refusal {
  const details = new errors.StreamAlreadyInAppendSessionErrorDetails();
  details.setStream(stream);
  return detailedRefusal(
    'ABORTED',
    `Stream '${stream}' already has a different group of messages in this session.`,
    'STREAM_ALREADY_IN_APPEND_SESSION',
    details,
    `${ERRORS}.StreamAlreadyInAppendSessionErrorDetails`,
  );
}
