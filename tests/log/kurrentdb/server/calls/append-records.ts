import type { handleUnaryCall, ServerUnaryCall } from '@grpc/grpc-js';
import protocol from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import type {
  AppendRecordsRequest,
  AppendRecordsResponse,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import errors from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb.js';
import { detailedRefusal, notLeaderNode, type Refusal } from '../refusals.ts';
import { DELETED, type Expectation, type Verdict } from '../store.ts';
import { answered, writing, type Node } from './guard.ts';
import { invalid, RecordScale } from './records.ts';

type Call = ServerUnaryCall<AppendRecordsRequest, AppendRecordsResponse>;

const SOFT_DELETED = '-10';
const TOMBSTONED = '-100';

/** `StreamsService.AppendRecords`: records of many streams and checks of any, all or nothing. */
export const appendRecords =
  (node: Node): handleUnaryCall<AppendRecordsRequest, AppendRecordsResponse> =>
  (call, answer) => {
    answered(appended(node, call), answer);
  };

async function appended(node: Node, call: Call): Promise<AppendRecordsResponse> {
  const { streams, scale } = gathered(node, call.request);
  const verdicts = await writing(node, call, notLeaderNode, () => node.store.write(streams, scale.records));
  if (verdicts[0]?.outcome === 'failed') throw violation(verdicts, streams);
  const response = new protocol.AppendRecordsResponse();
  response.setPosition(lastPosition(verdicts));
  for (const index of new Set(scale.records.map(({ of }) => of))) {
    const revision = response.addRevisions();
    revision.setStream(streams[index]?.stream ?? '');
    revision.setRevision(verdicts[index]?.last ?? '-1');
  }
  return response;
}

/** The checks come first, in their order; a stream that is only written is expected at any revision. */
function gathered(node: Node, request: AppendRecordsRequest) {
  const streams: Expectation[] = [];
  const places = new Map<string, number>();
  for (const check of request.getChecksList()) {
    const state = check.getStreamState();
    if (!state) continue;
    const stream = state.getStream();
    if (!places.has(stream)) places.set(stream, streams.length);
    streams.push({ stream, expected: state.getExpectedState() });
  }
  if (request.getRecordsList().length === 0) throw invalid('An append has at least one record.');
  const scale = new RecordScale(node.limits);
  for (const record of request.getRecordsList()) {
    const stream = record.getStream();
    if (!stream) throw invalid('A record names its stream.');
    let place = places.get(stream);
    if (place === undefined) {
      place = streams.length;
      places.set(stream, place);
      streams.push({ stream, expected: '-2' });
    }
    scale.add(record, stream, place);
  }
  return { streams, scale };
}

/** The position of the last record written. */
export const lastPosition = (verdicts: readonly Verdict[]): string =>
  String(verdicts.reduce((last, { at }) => (BigInt(at ?? -1) > last ? BigInt(at ?? -1) : last), -1n));

/** Names every stream that stood elsewhere, by the place of its check. */
function violation(verdicts: readonly Verdict[], streams: readonly Expectation[]): Refusal {
  const details = new errors.AppendConsistencyViolationErrorDetails();
  for (const [index, verdict] of verdicts.entries()) {
    if (!verdict.blamed) continue;
    const { stream = '', expected = '-2' } = streams[index] ?? {};
    const state = new errors.ConsistencyViolation.StreamStateViolation();
    state.setStream(stream);
    state.setExpectedState(expected);
    state.setActualState(actualState(verdict, expected));
    const violated = new errors.ConsistencyViolation();
    violated.setCheckIndex(index);
    violated.setStreamState(state);
    details.addViolations(violated);
  }
  return detailedRefusal(
    'FAILED_PRECONDITION',
    'Append failed due to consistency violations.',
    'APPEND_CONSISTENCY_VIOLATION',
    details,
    'kurrentdb.protocol.v2.streams.errors.AppendConsistencyViolationErrorDetails',
  );
}

function actualState({ current, soft }: Verdict, expected: string): string {
  if (current === DELETED) return TOMBSTONED;
  return soft && expected === '-4' ? SOFT_DELETED : current;
}
