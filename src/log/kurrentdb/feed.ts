import {
  START,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type KurrentDBClient,
  type Position,
} from '@kurrent/kurrentdb-client';
import { prefixOf } from './naming.ts';
import { isStart } from './numbering.ts';

/** What $all brings, in its order: a record of the college's, or that all of its records before this place were brought. */
export type FeedItem =
  | { readonly record: AllStreamRecordedEvent }
  | { readonly passed: Position | null; readonly isCaughtUp: boolean };

/** A college's records in the order of $all. */
export interface Feed {
  /** What has arrived, once there is something; `null` when the feed has ended. Throws when it broke off. */
  next(most: number): Promise<readonly FeedItem[] | null>;
  close(): Promise<void>;
}

/** Records of others that the server passes over before it says how far it is. */
const WINDOW = 1_000;
const WINDOWS_PER_PLACE = 4;

/** Reads $all from after a place, only what belongs to one college, until it is closed or breaks off. */
export function openFeed(
  client: KurrentDBClient,
  college: string,
  after: Position,
  signal: AbortSignal,
): Feed {
  let arrived: FeedItem[] = [];
  let failure: Error | null = null;
  let isOver = signal.aborted;
  let wake = Promise.withResolvers<undefined>();
  const rouse = (): void => {
    wake.resolve(undefined);
  };
  const end = (): void => {
    isOver = true;
    rouse();
  };

  /** A place may overtake records that the client still holds back: then it is passed over, another one will come. */
  const pass = (passed: Position | null, isCaughtUp: boolean): void => {
    if (subscription.readableLength > 0 || subscription.isPaused()) return;
    arrived.push({ passed, isCaughtUp });
    rouse();
  };
  const subscription = client.subscribeToAll({
    fromPosition: isStart(after) ? START : after,
    filter: streamNameFilter({
      prefixes: [prefixOf(college)],
      maxSearchWindow: WINDOW,
      checkpointInterval: WINDOWS_PER_PLACE,
      checkpointReached: (_, position) => {
        pass(position, false);
      },
    }),
  });
  subscription.on('data', ({ event }: AllStreamResolvedEvent) => {
    if (event) arrived.push({ record: event });
    rouse();
  });
  subscription.on('caughtUp', ({ position }) => {
    pass(position ?? null, true);
  });
  subscription.on('error', (error: Error) => {
    failure = error;
    end();
  });
  subscription.on('end', end);
  subscription.on('close', end);
  signal.addEventListener('abort', end);

  return {
    async next(most) {
      if (arrived.length === 0 && !isOver) await wake.promise;
      wake = Promise.withResolvers();
      // A feed that breaks off is read again from where the index stands: what has arrived counts no more.
      if (failure) throw failure;
      if (isOver) return null;
      const items = arrived.splice(0, most);
      if (arrived.length > most) subscription.pause();
      else subscription.resume();
      return items;
    },
    async close() {
      end();
      arrived = [];
      signal.removeEventListener('abort', end);
      // A call that never began has nothing to cancel.
      await subscription.unsubscribe().catch(() => undefined);
      subscription.destroy();
    },
  };
}
