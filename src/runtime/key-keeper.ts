import { setTimeout as sleep } from 'node:timers/promises';
import { keyName } from '../keys/key-name.ts';
import { decode } from '../log/body.ts';
import type { EventLog, OpenedEvent } from '../log/event-log.ts';

/** How long the keeper waits before it tries again what failed, in milliseconds. */
const RETRY_MS = 1_000;

/** How many events may pass without an end of a key before it is noted that they were seen. */
const NOTED_EACH = 1_000n;

/** Destroys keys after the log said so. */
export interface KeyKeeper {
  /** Starts to follow a college's log; again, it changes nothing. */
  follow(college: string): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/** Hears that keys of a college ended, at a position at the latest; whatever was opened with them is to be forgotten. */
export type OnEnded = (college: string, position: bigint) => void;

const endedIn = (page: readonly OpenedEvent[]): readonly string[] =>
  page
    .filter(({ type }) => type === 'SubjectKeyDestroyed')
    .map(decode)
    .flatMap((event) => (event.type === 'SubjectKeyDestroyed' ? [keyName(event.data)] : []));

/**
 * Follows the logs and destroys each key whose end they tell of: the texts went with the event, the key goes here. It
 * goes on where it stopped, from the start where the log was put back behind that; doing it twice changes nothing.
 */
export const keyKeeper = (log: EventLog, onEnded: OnEnded = () => undefined): KeyKeeper => {
  const { keyring } = log;
  const stopping = new AbortController();
  const loops = new Map<string, Promise<void>>();

  const keep = async (college: string): Promise<void> => {
    const [noted, head] = await Promise.all([keyring.reached(college), log.head(college)]);
    let reached = noted > head ? 0n : noted;
    if (noted > head) await keyring.reach(college, reached);
    for await (const page of log.subscribe(college, reached, stopping.signal)) {
      const ended = endedIn(page);
      const last = page.at(-1)?.position ?? reached;
      if (ended.length > 0) {
        await keyring.destroy(college, ended);
        onEnded(college, last);
      }
      if (ended.length === 0 && last < reached + NOTED_EACH) continue;
      await keyring.reach(college, last);
      reached = last;
    }
  };

  const loop = async (college: string): Promise<void> => {
    while (!stopping.signal.aborted)
      try {
        await keep(college);
      } catch {
        // Whatever it was, keys that were to go must go: the log still says so.
        await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
  };

  return {
    follow(college) {
      if (!loops.has(college)) loops.set(college, loop(college));
    },
    async stop() {
      stopping.abort();
      await Promise.all(loops.values());
    },
  };
};
