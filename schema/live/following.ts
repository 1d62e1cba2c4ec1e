import type { ChannelName } from '../../src/runtime/live/college-feed.ts';
import type { Context, Live } from '../context.ts';
import { problem } from '../errors/problem.ts';

/** What the argument `after` of a subscription says of itself. */
export const AFTER_POSITION = {
  nullable: true,
  description:
    'The last position the client knows of: the `revision` of the page it fetched, or the `position` it was told last. What happened since comes first, nothing is left out and nothing told twice. Left out: from now on.',
} as const;

/** What a subscription is opened with. */
export interface Subscribing<Args> {
  readonly args: Args;
  readonly context: Context;
}

/** What changed up to a position, as the viewer may see it; `null` where nothing is theirs to see. */
export interface Since<Change> {
  readonly position: bigint;
  readonly change: Change | null;
  /** There is more up to now: it is asked for at once. */
  readonly more?: boolean;
}

/** One kind of subscription. */
export interface Following<Change> {
  readonly channel: ChannelName;
  /** What wakes it. */
  readonly topics: readonly string[];
  /** The position it begins at where the client names none. */
  readonly begin: (context: Context) => Promise<bigint>;
  /** Whether the viewer may see the thing at all; asked again whenever rights may have changed. */
  readonly may: (context: Context) => Promise<boolean>;
  /** What changed after a position; `reached` is shown by the read models. */
  readonly since: (context: Context, after: bigint, reached: bigint) => Promise<Since<Change>>;
  /** The change that was found last has been told; one that was not is asked for again. */
  readonly told?: () => void;
}

/** The part of a context that subscriptions alone have. */
export const liveOf = ({ live }: Pick<Context, 'live'>): Live => {
  if (live) return live;
  throw problem('SUBSCRIBE_ELSEWHERE');
};

/** The position a client names; one the log has not come to is a mistake. */
const given = async (context: Context, after: bigint): Promise<bigint> => {
  const { log, id } = context.college();
  const head = await log.head(id);
  if (after <= head) return after;
  throw problem('POSITION_AHEAD', { head: String(head) });
};

/**
 * What happens to something, from a position on. The next change is worked out when the one before was taken, so a
 * slow client is told of several at once and holds nothing up.
 */
export async function* following<Change>(
  context: Context,
  after: bigint | null | undefined,
  { channel: name, topics, begin, may, since, told }: Following<Change>,
): AsyncGenerator<Change, void> {
  const live = liveOf(context);
  const { feed, signal } = live;
  const channel = feed.channel(name);
  if (!(await channel.isReady())) throw problem('READ_MODELS_BEHIND');
  if (!(await may(await live.now()))) throw problem('NOTHING_TO_FOLLOW');
  live.watch(may);
  let position = after === null || after === undefined ? await begin(context) : await given(context, after);
  while (!signal.aborted) {
    const found = await since(await live.now(), position, channel.reached(topics));
    // A right that ended before what was found ends before it is told.
    if (found.change !== null && !(await live.holds(found.position))) continue;
    position = found.position;
    if (found.change !== null) {
      yield found.change;
      told?.();
    }
    if (found.more !== true) await channel.next(topics, position, signal);
  }
}
