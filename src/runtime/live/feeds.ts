import type { EventLog } from '../../log/event-log.ts';
import type { Projector } from '../projector.ts';
import type { ReadModels } from '../read-models.ts';
import { attendanceEvents } from '../../../events/attendance.ts';
import { regulationEvents } from '../../../events/regulation.ts';
import type { ChannelOptions } from './channel.ts';
import { CollegeFeed, type ChannelName } from './college-feed.ts';

/** How long a channel waits for its projection before it looks again, in milliseconds. */
const PATIENCE_MS = 1_000;

/** What the feeds of a process stand on. */
export interface FeedsParts {
  readonly log: EventLog;
  readonly projector: Pick<Projector, 'reader' | 'waitFor'>;
  readonly models: ReadModels['models'];
  readonly report: (fault: unknown) => void;
}

/** What is known of who came: every entry, and that a teacher has looked at all. */
export const ATTENDANCE: ReadonlySet<string> = new Set([...Object.keys(attendanceEvents), 'AttendanceTaken']);

interface Shared {
  readonly feed: Promise<CollegeFeed>;
  users: number;
}

/** One feed for each college that somebody listens to, and none for the others. */
export class Feeds {
  readonly #parts: FeedsParts;
  readonly #shared = new Map<string, Shared>();

  constructor(parts: FeedsParts) {
    this.#parts = parts;
  }

  /** The feed of a college, started for the first who asks. Whoever takes it gives it back. */
  async take(college: string): Promise<CollegeFeed> {
    const shared = this.#shared.getOrInsertComputed(college, () => ({
      feed: this.#start(college),
      users: 0,
    }));
    shared.users += 1;
    try {
      return await shared.feed;
    } catch (error) {
      this.#forget(college, shared);
      throw error;
    }
  }

  /** Gives a feed back; the last one stops it. */
  async giveBack(college: string, feed: CollegeFeed): Promise<void> {
    const shared = this.#shared.get(college);
    if (!shared || (await shared.feed) !== feed) return;
    shared.users -= 1;
    if (shared.users > 0) return;
    feed.stop();
    this.#forget(college, shared);
  }

  /** Stops every feed. */
  async stop(): Promise<void> {
    for (const { feed } of this.#shared.values()) (await feed.catch(() => null))?.stop();
    this.#shared.clear();
  }

  async #start(college: string): Promise<CollegeFeed> {
    const { log, projector, report } = this.#parts;
    const feed = await CollegeFeed.start({
      reader: projector.reader(college),
      head: () => log.head(college),
      channels: this.#channels(college),
      report,
    });
    // One that a fault has ended serves nobody any more: the next who asks gets a new one.
    feed.signal.addEventListener('abort', () => {
      this.#shared.delete(college);
    });
    return feed;
  }

  #channels(college: string): Readonly<Record<ChannelName, ChannelOptions>> {
    const { projector } = this.#parts;
    const shown = (projection: string) => (position: bigint) =>
      projector.waitFor(projection, college, position, PATIENCE_MS);
    const [onPages, inMonitoring] = [shown('gradebook'), shown('monitoring')];
    return {
      attendance: {
        types: ATTENDANCE,
        shown: async (position) =>
          (await Promise.all([onPages(position), inMonitoring(position)])).every(Boolean),
      },
      gradebook: { types: this.#types('gradebook'), shown: onPages },
      'edit-windows': { types: this.#types('edit-windows'), shown: shown('edit-windows') },
      'audit-trail': { types: null, shown: shown('audit-trail') },
      rights: {
        types: new Set([...this.#types('directory'), ...Object.keys(regulationEvents)]),
        shown: shown('directory'),
      },
    };
  }

  #types(projection: string): ReadonlySet<string> {
    const model = this.#parts.models.find(({ name }) => name === projection);
    return new Set(model?.routes.keys());
  }

  #forget(college: string, shared: Shared): void {
    if (this.#shared.get(college) === shared) this.#shared.delete(college);
  }
}
