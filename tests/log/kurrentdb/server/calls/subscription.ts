import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { streamDeleted } from '../refusals.ts';
import type { StoredRecord } from '../store.ts';
import { caughtUp, checkpoint, confirmation, delivered } from './delivered.ts';
import type { Node } from './guard.ts';
import { filterOf } from './pages.ts';
import type { Delivery } from './read.ts';
import { streamNameOf } from './requested.ts';

/** A subscriber: where its events go and when it is gone. */
interface Subscriber {
  readonly node: Node;
  readonly options: ReadReq.Options;
  readonly send: Delivery;
  readonly gone: AbortSignal;
}

/** How many records a filter looks at before its next checkpoint may be due, where the client names no number. */
const WINDOW = 32;
const PAGE = 256;

/** Follows `$all` after a position, through a filter, with a checkpoint every so many windows. */
export async function allSubscription({ node, options, send, gone }: Subscriber): Promise<void> {
  const filter = filterOf(options);
  const asked = options.getFilter();
  const window = asked?.hasMax() ? asked.getMax() : WINDOW;
  const interval = window * Math.max(asked?.getCheckpointintervalmultiplier() ?? 1, 1);
  let after = await startAfter(node, options);
  await send.message(confirmation(randomUUID()));
  let [looked, isLive] = [0, false];
  while (!gone.aborted) {
    const { version } = node.store;
    const page = await node.store.scanAll(after, PAGE, filter);
    for (const record of page) {
      if (record.matches) await deliver(node, send, record);
      looked += 1;
      after = BigInt(record.position);
      if (filter && looked % interval === 0) await send.message(checkpoint(record.position));
    }
    if (page.length === PAGE) continue;
    if (!isLive) await send.message(caughtUp(after < 0n ? {} : { position: String(after) }));
    isLive = true;
    await node.store.writtenAfter(version, gone);
  }
}

async function startAfter({ store, faults }: Node, options: ReadReq.Options): Promise<bigint> {
  const all = options.getAll();
  const asked = all?.getPosition();
  if (!asked) return all?.hasEnd() ? store.lastPosition() : -1n;
  const position = BigInt(asked.getCommitPosition());
  const repeated = faults.takeRedelivery();
  return repeated > 0 ? store.stepBack(position, repeated) : position;
}

/** Follows a stream after a revision; ends with a refusal when the stream is deleted for ever. */
export async function streamSubscription({ node, options, send, gone }: Subscriber): Promise<void> {
  const asked = options.getStream();
  const stream = asked ? streamNameOf(asked) : '';
  let next = await firstOf(node, stream, asked);
  await send.message(confirmation(randomUUID()));
  let isLive = false;
  while (!gone.aborted) {
    const { version } = node.store;
    const state = await node.store.streamState(stream);
    if (state?.isTombstoned) throw streamDeleted(stream);
    const page = state ? await node.store.readStream(stream, next, state.first, true, PAGE) : [];
    for (const record of page) {
      await deliver(node, send, record);
      next = BigInt(record.revision) + 1n;
    }
    if (page.length === PAGE) continue;
    if (!isLive) await send.message(caughtUp(next === 0n ? {} : { revision: String(next - 1n) }));
    isLive = true;
    await node.store.writtenAfter(version, gone);
  }
}

async function firstOf(
  { store, faults }: Node,
  stream: string,
  asked: ReadReq.Options.StreamOptions | undefined,
): Promise<bigint> {
  if (asked?.hasEnd()) return ((await store.streamState(stream))?.last ?? -1n) + 1n;
  if (!asked?.hasRevision()) return 0n;
  const next = BigInt(asked.getRevision()) + 1n - BigInt(faults.takeRedelivery());
  return next < 0n ? 0n : next;
}

async function deliver({ faults }: Node, send: Delivery, record: StoredRecord): Promise<void> {
  await send.event(delivered(record));
  if (faults.takeRepeat()) await send.event(delivered(record));
}
