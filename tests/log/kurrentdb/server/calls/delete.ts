import { status } from '@grpc/grpc-js';
import type { handleUnaryCall, ServerUnaryCall } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { notLeader, refusal, streamDeleted } from '../refusals.ts';
import { DELETED } from '../store.ts';
import { answered, writing, type Node } from './guard.ts';
import { expectedOf, streamNameOf } from './requested.ts';

/** `Streams.Delete`: the stream may begin again after its last revision. */
export const deleteStream =
  (node: Node): handleUnaryCall<DeleteReq, DeleteResp> =>
  (call, answer) => {
    answered(
      removed(node, call, false).then((at) => {
        const position = new streams.DeleteResp.Position();
        position.setCommitPosition(at);
        position.setPreparePosition(at);
        return new streams.DeleteResp().setPosition(position);
      }),
      answer,
    );
  };

/** `Streams.Tombstone`: nothing is written to the stream ever again. */
export const tombstone =
  (node: Node): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  (call, answer) => {
    answered(
      removed(node, call, true).then((at) => {
        const position = new streams.TombstoneResp.Position();
        position.setCommitPosition(at);
        position.setPreparePosition(at);
        return new streams.TombstoneResp().setPosition(position);
      }),
      answer,
    );
  };

/** The position of the deletion. */
async function removed(
  node: Node,
  call: ServerUnaryCall<DeleteReq, unknown> | ServerUnaryCall<TombstoneReq, unknown>,
  forEver: boolean,
): Promise<string> {
  const options = call.request.getOptions();
  if (!options) throw refusal(status.INVALID_ARGUMENT, 'The deletion has no options.');
  const stream = streamNameOf(options);
  const expected = expectedOf(options);
  const { at, current } = await writing(node, call, notLeader, () =>
    node.store.remove({ stream, expected }, forEver),
  );
  if (at !== null) return at;
  if (current === DELETED) throw streamDeleted(stream);
  throw refusal(status.FAILED_PRECONDITION, `Append failed due to WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': expected,
    ...(current === '-1' ? {} : { 'actual-version': current }),
  });
}
