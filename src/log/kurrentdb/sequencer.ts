import { setTimeout as sleep } from 'node:timers/promises';
import type { AllStreamRecordedEvent, Position } from '@kurrent/kurrentdb-client';
import { LogFault } from '../event-log.ts';
import type { Asides } from './asides.ts';
import { createAssembler } from './assembler.ts';
import type { Cluster, Feed } from './cluster.ts';
import { isBefore, isBroken, type Located, type Numbering } from './numbering.ts';
import type { ToldCommand } from './told.ts';

/** Pauses before $all is read again, in milliseconds: each longer than the one before as long as nothing is numbered. */
const AGAIN_AFTER_MS = [20, 100, 500, 2_000];

/** What one call numbers at most. */
const MOST_EVENTS = 1_000;

/** Records that may wait here before the server is asked to wait. */
const MOST_WAITING = 4_000;

/** What a sequencer tells of itself. */
export interface Told {
  /** Commands that are in the index now, with their place where this sequencer numbered them. */
  readonly numbered: (commands: ReadonlyMap<string, Located | null>) => void;
  /** What keeps it from numbering, for a person to mend; `null` once it numbers again. */
  readonly broken: (fault: LogFault | null) => void;
}

/** Numbers the events of one college for as long as it runs. */
export interface Sequencer {
  stop(): Promise<void>;
}

interface Settings {
  readonly college: string;
  readonly cluster: Cluster;
  readonly numbering: Numbering;
  readonly told: Told;
  /** Reads what was set aside: anew whenever $all is read anew. */
  readonly readAsides: () => Promise<Asides>;
}

/** Another sequencer has numbered on, or the index was put back: $all has to be read from where the index stands. */
class Elsewhere extends Error {}

/** Where commands lie that were numbered one after another. */
const located = (commands: readonly ToldCommand[], after: bigint): ReadonlyMap<string, Located> => {
  let last = after;
  return new Map(
    commands.map(({ id, fingerprint, events }) => {
      const first = last + 1n;
      last += BigInt(events.length);
      return [id, { fingerprint, first, last, event: events[0]?.id ?? '' }];
    }),
  );
};

/** Reads on from one place until the feed ends or something fails. */
function createReader({ college, numbering, told }: Settings, start: Position, asides: Asides) {
  const assembler = createAssembler(college, asides);
  let reached = start;
  let begunAt: Position = start;
  let whole: ToldCommand[] = [];

  /** Another sequencer was faster: what it numbered is numbered for us too. */
  const stepTo = (place: Position): void => {
    if (isBefore(place, reached)) throw new Elsewhere();
    const passed = whole.filter(({ position }) => !isBefore(place, position));
    const ids = passed.map(({ id }) => id);
    const begun = assembler.begun();
    if (begun !== null && !isBefore(place, begunAt)) {
      ids.push(begun);
      assembler.reset();
    }
    whole = whole.slice(passed.length);
    reached = place;
    told.numbered(new Map(ids.map((id) => [id, null])));
  };

  const number = async (to: Position): Promise<void> => {
    while (isBefore(reached, to)) {
      const answer = await numbering.number(college, reached, to, whole);
      if ('after' in answer) {
        told.numbered(located(whole, answer.after));
        whole = [];
        reached = to;
      } else stepTo(answer.place);
    }
  };

  return {
    /** Takes a record that was delivered, maybe not for the first time. */
    async take(record: AllStreamRecordedEvent): Promise<void> {
      if (!isBefore(reached, record.position)) return;
      const last = whole.at(-1)?.position;
      if (last !== undefined && !isBefore(last, record.position)) return;
      if (assembler.begun() !== null && !isBefore(begunAt, record.position)) return;
      begunAt = record.position;
      const command = assembler.take(record);
      if (command) whole.push(command);
      if (whole.reduce((sum, { events }) => sum + events.length, 0) >= MOST_EVENTS) await this.flush();
    },
    async flush(): Promise<void> {
      const to = whole.at(-1)?.position;
      if (to !== undefined) await number(to);
    },
    /** The server has seen that nothing of ours lies before this place. */
    async pass(place: Position): Promise<void> {
      if (assembler.begun() === null) await number(place);
    },
  };
}

/** Takes what a feed brings, until it ends; several records that arrive while some are numbered share the next call. */
async function readThrough(
  feed: Feed,
  settings: Settings,
  start: Position,
  wentOn: () => void,
): Promise<void> {
  const reader = createReader(settings, start, await settings.readAsides());
  for (;;) {
    const items = await feed.next(MOST_WAITING);
    if (items === null) return;
    for (const item of items) {
      if ('record' in item) await reader.take(item.record);
      else {
        await reader.flush();
        if (item.passed !== null) await reader.pass(item.passed);
      }
    }
    await reader.flush();
    if (items.some((item) => 'isCaughtUp' in item && item.isCaughtUp))
      await settings.numbering.sweep(settings.college);
    wentOn();
  }
}

const faultOf = (error: unknown): LogFault | null => {
  if (error instanceof LogFault) return error;
  return isBroken(error) ? new LogFault((error as Error).message, { cause: error }) : null;
};

/**
 * Numbers a college's events: reads $all from where the index stands, and begins again from there whenever something
 * fails. Several may run for one college: each call compares and sets the place in $all, so each event gets one number.
 */
export function startSequencer(settings: Settings): Sequencer {
  const { college, cluster, numbering, told } = settings;
  const stopping = new AbortController();
  let failures = 0;
  let isIndexOpen = false;
  const wentOn = (): void => {
    failures = 0;
    told.broken(null);
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      let feed: Feed | null = null;
      try {
        const start = await numbering.place(college);
        if (!isIndexOpen) told.broken(null);
        isIndexOpen = true;
        feed = cluster.feed(college, start, stopping.signal);
        await readThrough(feed, settings, start, wentOn);
      } catch (error) {
        const fault = faultOf(error);
        if (fault) told.broken(fault);
      } finally {
        await feed?.close();
      }
      const pause = AGAIN_AFTER_MS[Math.min(failures, AGAIN_AFTER_MS.length - 1)];
      failures += 1;
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
