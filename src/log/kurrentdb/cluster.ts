import {
  AppendConsistencyViolationError,
  KurrentDBClient,
  NotLeaderError,
  STREAM_STATE,
  StreamNotFoundError,
  WrongExpectedVersionError,
  streamNameFilter,
  type ConsistencyCheck,
  type Position,
} from '@kurrent/kurrentdb-client';
import { LogFault } from '../event-log.ts';
import { asidesOf, readAsides } from './asides.ts';
import { createAssembler } from './assembler.ts';
import { isPassingCall } from './client-faults.ts';
import { demandAppends } from './features.ts';
import { openFeed, type Feed } from './feed.ts';
import { leaderIn, urlAt } from './leader.ts';
import { prefixOf } from './naming.ts';
import type { StreamState, Transaction } from './records.ts';
import type { ToldCommand } from './told.ts';

export type { Feed } from './feed.ts';

/** Streams of one connection that a server has open at once are limited, mostly to 100; calls need some too. */
const FEEDS_PER_CLIENT = 40;

/** A stream that was not in the state it had to be in: -1 for one that is not there. */
export interface Violation {
  readonly streamName: string;
  readonly actual: number;
}

/** What KurrentDB is asked, in its own words; its errors come as they are. */
export interface Cluster {
  /** Stores all of it, or says which streams were in another state, in no order. */
  send(transaction: Transaction): Promise<readonly Violation[]>;
  /** Throws `LogFault` where the server is too old to check streams beside those it writes. */
  demandChecks(): Promise<void>;
  exists(streamName: string): Promise<boolean>;
  /** The data of the JSON records of a stream, oldest first; none where it is not there. */
  readAll(streamName: string): Promise<readonly unknown[]>;
  feed(college: string, after: Position, signal: AbortSignal): Feed;
  /** A college's commands from the first to the last there is now. Throws `LogFault` at a record that is not of them. */
  commands(college: string): AsyncGenerator<ToldCommand, void>;
  close(): Promise<void>;
}

const violationsIn = (error: unknown): readonly Violation[] | null => {
  const found =
    error instanceof AppendConsistencyViolationError
      ? error.violations
      : error instanceof WrongExpectedVersionError
        ? [error]
        : null;
  if (found === null) return null;
  return found.map(({ streamName, actualState }) => {
    const actual = actualState === 'no_stream' ? -1 : Number(actualState);
    // KurrentDB's words for a stream that was deleted, or for ever.
    if (actual < -1) throw new LogFault(`the stream ${streamName} was deleted in KurrentDB`);
    return { streamName, actual };
  });
};

const requestsOf = ({ records, written }: Transaction) =>
  written.map(({ streamName, expectedState }) => ({
    streamName,
    expectedState,
    events: records.filter((record) => record.streamName === streamName).map(({ record }) => record),
  }));

const checksOf = (states: readonly StreamState[]): ConsistencyCheck[] =>
  states.map((state) => ({ type: STREAM_STATE, ...state }));

const dataIn = async (client: KurrentDBClient, streamName: string): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  try {
    for await (const { event } of client.readStream(streamName)) found.push(event?.data);
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return found;
};

/** Connects with the first call. `url` is a connection string of KurrentDB's. */
export function createCluster(url: string): Cluster {
  const client = KurrentDBClient.connectionString(url);
  // Where writes go: another node, as long as that one is the leader.
  let writing = client;
  const forFeeds: { readonly client: KurrentDBClient; feeds: number }[] = [];

  const clientForFeed = () => {
    const free = forFeeds.find(({ feeds }) => feeds < FEEDS_PER_CLIENT);
    if (free) return free;
    const made = { client: KurrentDBClient.connectionString(url), feeds: 0 };
    forFeeds.push(made);
    return made;
  };

  const writeElsewhere = async (error: unknown): Promise<void> => {
    const leader = leaderIn(error);
    if (leader === null && (writing === client || !isPassingCall(error))) return;
    const left = writing;
    writing = leader === null ? client : KurrentDBClient.connectionString(urlAt(url, leader));
    if (left !== client) await left.dispose();
  };

  return {
    async send(transaction) {
      const { records, written, checked } = transaction;
      try {
        await demandAppends(writing, checked.length > 0);
        if (checked.length > 0) await writing.appendRecords([...records], checksOf([...written, ...checked]));
        else await writing.multiStreamAppend(requestsOf(transaction));
        return [];
      } catch (error) {
        const violations = violationsIn(error);
        if (violations !== null) return violations;
        await writeElsewhere(error);
        throw error;
      }
    },
    demandChecks: () => demandAppends(client, true),
    async exists(streamName) {
      return (await this.readAll(streamName)).length > 0;
    },
    async readAll(streamName) {
      try {
        return await dataIn(client, streamName);
      } catch (error) {
        if (!(error instanceof NotLeaderError)) throw error;
        // The client has heard who leads, and asks there from now on.
        return await dataIn(client, streamName);
      }
    },
    async *commands(college) {
      const asides = asidesOf(await readAsides((stream) => this.readAll(stream), college));
      const assembler = createAssembler(college, asides);
      const filter = streamNameFilter({ prefixes: [prefixOf(college)] });
      for await (const { event } of client.readAll({ filter })) {
        const command = event && assembler.take(event);
        if (command) yield command;
      }
      const unfinished = assembler.unfinished();
      if (unfinished) throw unfinished;
    },
    feed(college, after, signal) {
      const used = clientForFeed();
      used.feeds += 1;
      const feed = openFeed(used.client, college, after, signal);
      return {
        next: (most) => feed.next(most),
        async close() {
          used.feeds -= 1;
          await feed.close();
        },
      };
    },
    async close() {
      await Promise.all([client, writing, ...forFeeds.map((one) => one.client)].map((one) => one.dispose()));
    },
  };
}
