import type {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { streamDeleted } from '../refusals.ts';
import type { RecordFilter, StoredRecord } from '../store.ts';
import { notFound } from './delivered.ts';
import type { Node } from './guard.ts';
import { streamNameOf } from './requested.ts';

type Page = readonly (StoredRecord | ReadResp)[];

const PAGE = 256;
const FORWARDS = 0;
const END = (1n << 63n) - 1n;

/** What a read of `$all` delivers: forwards from a position, that one included, or backwards before it. */
export async function* allPages(node: Node, options: ReadReq.Options): AsyncIterable<Page> {
  const isForwards = (options.getReadDirection() as number) === FORWARDS;
  const filter = filterOf(options);
  let from = await startOfAll(node, options);
  let left = BigInt(options.getCount());
  while (left > 0n) {
    const limit = Number(left < BigInt(PAGE) ? left : BigInt(PAGE));
    const page = await node.store.readAll(from, isForwards, limit, filter);
    yield page;
    left -= BigInt(page.length);
    const last = page.at(-1);
    if (!last || page.length < limit) return;
    from = BigInt(last.position) + (isForwards ? 1n : 0n);
  }
}

async function startOfAll({ store, faults }: Node, options: ReadReq.Options): Promise<bigint> {
  const all = options.getAll();
  const asked = all?.getPosition();
  if (asked) {
    const position = BigInt(asked.getCommitPosition());
    const repeated = position > 0n && position < END ? faults.takeRedelivery() : 0;
    return repeated > 0 ? store.stepBack(position, repeated) : position < END ? position : END;
  }
  return all?.hasEnd() ? END : 0n;
}

/** What a read of a stream delivers, from a revision that is included. */
export async function* streamPages(node: Node, options: ReadReq.Options): AsyncIterable<Page> {
  const asked = options.getStream();
  const stream = asked ? streamNameOf(asked) : '';
  const isForwards = (options.getReadDirection() as number) === FORWARDS;
  const state = await node.store.streamState(stream);
  if (state?.isTombstoned) throw streamDeleted(stream);
  if (!state || state.isDeleted) {
    yield [notFound(stream)];
    return;
  }
  let from = asked?.hasRevision() ? BigInt(asked.getRevision()) : asked?.hasEnd() ? END : 0n;
  if (from > END) from = END;
  let left = BigInt(options.getCount());
  while (left > 0n) {
    const limit = Number(left < BigInt(PAGE) ? left : BigInt(PAGE));
    const page = await node.store.readStream(stream, from, state.first, isForwards, limit);
    yield page;
    left -= BigInt(page.length);
    const last = page.at(-1);
    if (!last || page.length < limit) return;
    from = BigInt(last.revision) + (isForwards ? 1n : -1n);
  }
}

/** The filter of a request, `null` where everything is wanted. */
export function filterOf(options: ReadReq.Options): RecordFilter | null {
  const asked = options.getFilter();
  const expression = asked?.getStreamIdentifier() ?? asked?.getEventType();
  if (!asked || !expression) return null;
  return {
    on: asked.hasStreamIdentifier() ? 'stream' : 'type',
    prefixes: expression.getPrefixList(),
    expression: expression.getRegex(),
  };
}
