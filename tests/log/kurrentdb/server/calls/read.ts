import { once } from 'node:events';
import { status } from '@grpc/grpc-js';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { notLeader, refusal } from '../refusals.ts';
import { admit, answerTo, sever, Severed, type Node } from './guard.ts';
import { delivered } from './delivered.ts';
import { allPages, streamPages } from './pages.ts';
import { allSubscription, streamSubscription } from './subscription.ts';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** `Streams.Read`: streams and `$all`, forwards and backwards, once or as a subscription. */
export const read =
  (node: Node): handleServerStreamingCall<ReadReq, ReadResp> =>
  (call) => {
    const gone = new AbortController();
    for (const event of ['cancelled', 'close', 'error']) {
      call.on(event, () => {
        gone.abort();
      });
    }
    answered(node, call, gone.signal).then(
      () => {
        call.end();
      },
      (failure: unknown) => {
        if (!(failure instanceof Severed) && !gone.signal.aborted) call.emit('error', answerTo(failure));
      },
    );
  };

async function answered(node: Node, call: Call, gone: AbortSignal): Promise<void> {
  await admit(node, call);
  const isBound = call.metadata.get('requires-leader').some((value) => String(value) === 'true');
  if (node.faults.leader && isBound) {
    node.faults.befallen += 1;
    throw notLeader(node.faults.leader);
  }
  const options = call.request.getOptions();
  if (!options) throw refusal(status.INVALID_ARGUMENT, 'The read has no options.');
  const send = new Delivery(node, call, gone, node.faults.takeCut());
  if (options.hasSubscription()) {
    const subscription = options.hasAll() ? allSubscription : streamSubscription;
    await subscription({ node, options, send, gone });
    return;
  }
  for await (const page of options.hasAll() ? allPages(node, options) : streamPages(node, options)) {
    for (const message of page) {
      if (gone.aborted) return;
      await ('position' in message ? send.event(delivered(message)) : send.message(message));
    }
  }
  await node.faults.delay('after');
}

/** Sends no faster than the client takes, and no further than the faults allow. */
export class Delivery {
  readonly #node: Node;
  readonly #call: Call;
  readonly #gone: AbortSignal;
  #left: number | null;

  constructor(node: Node, call: Call, gone: AbortSignal, left: number | null) {
    this.#node = node;
    this.#call = call;
    this.#gone = gone;
    this.#left = left;
  }

  async event(message: ReadResp): Promise<void> {
    if (this.#left === 0) sever(this.#node, this.#call);
    if (this.#left !== null) this.#left -= 1;
    await this.message(message);
  }

  async message(message: ReadResp): Promise<void> {
    if (this.#gone.aborted || this.#call.write(message)) return;
    await once(this.#call, 'drain', { signal: this.#gone }).catch(() => undefined);
  }
}
