import { LogFault, type AppendOutcome, type AppendRequest, type FoundCommand } from '../event-log.ts';
import type { Asides } from './asides.ts';
import type { Cluster } from './cluster.ts';
import type { IndexWaits } from './index-waits.ts';
import type { Numbering } from './numbering.ts';
import { sendAppend } from './sender.ts';
import { createTurns } from './turns.ts';

/** Appends to one college's log: together where they have nothing to do with one another, else in the order of arrival. */
export interface CollegeWriter {
  append(request: AppendRequest): Promise<AppendOutcome>;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
}

interface Parts {
  readonly college: string;
  readonly cluster: Cluster;
  readonly numbering: Numbering;
  readonly waits: IndexWaits;
  /** What was set aside, as far as this process knows. */
  readonly asides: () => Promise<Asides>;
}

/** What is left to be waited for when the next append may already be sent. */
type Rest = () => Promise<AppendOutcome>;

const repeated = ({ fingerprint }: AppendRequest, found: FoundCommand): AppendOutcome =>
  found.fingerprint === fingerprint
    ? { status: 'duplicate', first: found.first, last: found.last }
    : { status: 'reused' };

const eventsOf = ({ writes }: AppendRequest) => writes.flatMap(({ events }) => events);

const later = (one: string | null, other: string): string =>
  one !== null && Temporal.Instant.compare(one, other) > 0 ? one : other;

/** Conditions that cannot both hold: a stream of which two revisions are expected. */
const isImpossible = ({ writes, checks }: AppendRequest): boolean => {
  const expected = new Map<string, number>();
  return [...writes, ...checks].some(
    (condition) => expected.getOrInsert(condition.stream, condition.expected) !== condition.expected,
  );
};

/**
 * Judges by the index what KurrentDB does not know, repetitions and clocks, and leaves streams to it. Turns are for
 * sending alone: that the events are numbered, each append waits for by itself.
 */
export function createCollegeWriter({ college, cluster, numbering, waits, asides }: Parts): CollegeWriter {
  let newest: string | null = null;
  const turns = createTurns();
  const waiting = new Set<Promise<AppendOutcome>>();

  /** Where a command lies that was stored before this append; its ciphertexts are others, and go. */
  const known = async (request: AppendRequest): Promise<AppendOutcome> => {
    const found = await waits.located(request.commandId);
    await numbering.unstage(college, eventsOf(request));
    return repeated(request, found);
  };

  const stored = async (request: AppendRequest): Promise<AppendOutcome> => {
    const found = await waits.located(request.commandId);
    const isOurs = request.writes.some(({ events }) => events.some(({ id }) => id === found.event));
    if (isOurs) return { status: 'appended', first: found.first, last: found.last };
    // KurrentDB knows records by their ids, and took these for those that the command wrote before.
    await numbering.unstage(college, eventsOf(request));
    return repeated(request, found);
  };

  const refused = async (request: AppendRequest, stream: string, actual: number): Promise<AppendOutcome> => {
    await numbering.unstage(college, eventsOf(request));
    // Whoever decides again reads the index: it must have what the decision failed of.
    await waits.reaches(stream, actual);
    return { status: 'conflict', stream, actual };
  };

  /** One of the conditions fails, whatever KurrentDB holds: the index says which, once it has what was sent before. */
  const impossible = async ({ writes, checks }: AppendRequest): Promise<AppendOutcome> => {
    await waits.settled();
    for (const { stream, expected } of [...writes, ...checks]) {
      const actual = await numbering.revision(college, stream);
      if (actual !== expected) return { status: 'conflict', stream, actual };
    }
    throw new LogFault('an append with conditions that cannot both hold was not refused');
  };

  const send = async (request: AppendRequest): Promise<Rest> => {
    const { commandId } = request;
    if (waits.isPending(commandId)) return () => known(request);
    const judged = await numbering.judge(college, request, newest);
    if (judged === null) throw new LogFault(`no log is open for college ${college}`);
    const { found, isStale } = judged;
    if (found) return () => Promise.resolve(repeated(request, found));
    if (isStale) return () => Promise.resolve({ status: 'stale' });
    waits.demandSound();
    if (isImpossible(request)) {
      const outcome = await impossible(request);
      return () => Promise.resolve(outcome);
    }

    const aside = await asides();
    await numbering.stage(college, eventsOf(request));
    waits.expect(commandId);
    const sent = await sendAppend(cluster, college, request, aside).catch((error: unknown) => {
      waits.forget(commandId);
      throw error;
    });
    switch (sent.status) {
      case 'stored':
        newest = later(newest, request.at);
        return () => stored(request);
      case 'known':
        return () => known(request);
      case 'conflict':
        waits.forget(commandId);
        return () => refused(request, sent.stream, sent.actual);
    }
  };

  const inTurn = async (request: AppendRequest): Promise<AppendOutcome> => {
    try {
      const rest = await turns.take(request, () => send(request));
      return await rest();
    } catch (error) {
      throw error instanceof LogFault
        ? error
        : new LogFault('the log could not store an append', { cause: error });
    }
  };

  return {
    append(request) {
      const outcome = inTurn(request);
      waiting.add(outcome);
      const gone = (): void => {
        waiting.delete(outcome);
      };
      outcome.then(gone, gone);
      return outcome;
    },
    async drained() {
      await Promise.allSettled(waiting);
    },
  };
}
