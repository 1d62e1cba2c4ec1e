import { status } from '@grpc/grpc-js';
import type { handleClientStreamingCall, ServerReadableStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  AppendReq,
  AppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { notLeader, refusal, streamDeleted, tooLarge } from '../refusals.ts';
import { DELETED, type NewRecord, type Verdict } from '../store.ts';
import { expectedOf, proposedRecord, streamNameOf } from './requested.ts';
import { answered, writing, type Node } from './guard.ts';

/** `Streams.Append`: the header first, then an event a message. */
export const append =
  (node: Node): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, answer) => {
    answered(appended(node, call), answer);
  };

async function appended(node: Node, call: ServerReadableStream<AppendReq, AppendResp>): Promise<AppendResp> {
  let options: AppendReq.Options | undefined;
  const records: NewRecord[] = [];
  let bytes = 0;
  for await (const message of call as AsyncIterable<AppendReq>) {
    options ??= message.getOptions();
    const proposed = message.getProposedMessage();
    if (!proposed) continue;
    const record = proposedRecord(proposed, 0);
    bytes += record.data.length + record.metadata.length;
    if (bytes > node.limits.append) throw tooLarge(node.limits.append);
    records.push(record);
  }
  if (!options) throw refusal(status.INVALID_ARGUMENT, 'The append has no header.');
  const stream = streamNameOf(options);
  const expected = expectedOf(options);
  const [verdict] = await writing(node, call, notLeader, () =>
    node.store.write([{ stream, expected }], records),
  );
  if (!verdict) throw refusal(status.INTERNAL, 'The append has no outcome.');
  if (verdict.current === DELETED) throw streamDeleted(stream);
  return verdict.outcome === 'failed' ? conflicting(verdict, expected) : succeeding(verdict);
}

function succeeding({ last, current, at }: Verdict): AppendResp {
  const success = new streams.AppendResp.Success();
  const revision = last ?? current;
  if (revision === '-1') success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(revision);
  if (at === null) {
    success.setNoPosition(new shared.Empty());
  } else {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(at);
    position.setPreparePosition(at);
    success.setPosition(position);
  }
  return new streams.AppendResp().setSuccess(success);
}

function conflicting({ current }: Verdict, expected: string): AppendResp {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  if (current === '-1') conflict.setCurrentNoStream(new shared.Empty());
  else conflict.setCurrentRevision(current);
  if (expected === '-1') conflict.setExpectedNoStream(new shared.Empty());
  else if (expected === '-2') conflict.setExpectedAny(new shared.Empty());
  else if (expected === '-4') conflict.setExpectedStreamExists(new shared.Empty());
  else conflict.setExpectedRevision(expected);
  return new streams.AppendResp().setWrongExpectedVersion(conflict);
}
