import type { Kept, Keyring } from '../keys/keyring.ts';

/** One event ready to be stored: its body is canonical JSON and never changes after. */
export interface NewEvent {
  /** UUID version 7. */
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** Canonical JSON (RFC 8785), UTF-8, at most 60 000 bytes: exactly these bytes are kept. */
  readonly body: string;
  /** Personal data the body commits to; kept in a table from which it can be detached. */
  readonly sealed: readonly SealedText[];
}

/** A personal text as it is kept: the ciphertext behind a commitment `h = sha256(ciphertext)` in the body. */
export interface SealedText {
  readonly field: string;
  /** The name of the key it was sealed with; the texts of a key are deleted when the key is destroyed. */
  readonly key: string;
  readonly ciphertext: Uint8Array;
}

/** An event as it lies in the log. */
export interface StoredEvent {
  /** Place in the college's log: 1, 2, 3 … without a gap. */
  readonly position: bigint;
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly body: string;
  /** Only the texts that still exist: an erased one is missing. */
  readonly sealed: readonly SealedText[];
}

/** An event as it lies in the log, with the keys that open its texts. */
export interface OpenedEvent extends StoredEvent {
  /** By name, the keys of its texts and maybe of others; every key was held against the log's commitment to it. */
  readonly keys: ReadonlyMap<string, Kept>;
}

/** The revision of a stream that has no event yet. */
export const NO_STREAM = -1;

/** Events for one stream, on condition that it stands at the revision they were decided from. */
export interface StreamWrite {
  readonly stream: string;
  /** The last revision seen, or `NO_STREAM`. */
  readonly expected: number;
  readonly events: readonly NewEvent[];
}

/** A stream that was read for the decision and must not have moved since. */
export interface StreamCheck {
  readonly stream: string;
  readonly expected: number;
}

/** Everything one command writes: all of it is stored, or nothing. */
export interface AppendRequest {
  /** UUID; the same command never takes effect twice. */
  readonly commandId: string;
  /** SHA-256 of the command's content, hex: tells a retry from a reuse of the id. */
  readonly fingerprint: string;
  /** The instant of the decision, `2026-11-22T08:15:30.123Z`; equal to `at` in every body. */
  readonly at: string;
  readonly writes: readonly StreamWrite[];
  readonly checks: readonly StreamCheck[];
}

/** What became of an append. Only `appended` stored anything. */
export type AppendOutcome =
  /** Stored: its events lie at `first` … `last`. */
  | { readonly status: 'appended'; readonly first: bigint; readonly last: bigint }
  /** The same command was stored before, at `first` … `last`. */
  | { readonly status: 'duplicate'; readonly first: bigint; readonly last: bigint }
  /** The id was used before, for other content. */
  | { readonly status: 'reused' }
  /** A written or checked stream has moved. */
  | { readonly status: 'conflict'; readonly stream: string; readonly actual: number }
  /** `at` lies before the last event, or too far from the log's own clock: decide again. */
  | { readonly status: 'stale' };

/** How a college's log keeps time: by the server's clock, or by a demonstration's or a test's own. */
export type LogClock = 'server' | 'virtual';

/** A college is a tenant: its log, its positions and its tree are its own. */
export interface CollegeLog {
  /** UUID of the college. */
  readonly id: string;
  /** The origin that stands in every body, `college.example/journal`. */
  readonly origin: string;
  readonly clock: LogClock;
}

/**
 * The event log: append-only, dense positions per college, streams with expected revisions; personal texts sealed.
 * Every engine passes the suite in `tests/log/contract.ts`. An append that stores a `SubjectKeyDestroyed` deletes
 * every text of that key in the same moment, and nothing else deletes anything.
 */
export interface SealedLog<Event extends StoredEvent = StoredEvent> {
  /** Opens a college's log. Doing it again with the same origin and clock changes nothing; with another one it throws. */
  open(college: CollegeLog): Promise<void>;
  /** The colleges that have a log, by origin. */
  colleges(): Promise<readonly CollegeLog[]>;
  /** Stores a command's events, or says why not. Throws `LogFault` when the request itself is malformed or the engine is out of reach. */
  append(college: string, request: AppendRequest): Promise<AppendOutcome>;
  /** Where an earlier command's events lie, or `null`. */
  findCommand(college: string, commandId: string): Promise<FoundCommand | null>;
  /** A stream's events from a revision on, oldest first; empty for an unknown stream. */
  readStream(college: string, stream: string, from?: number): Promise<readonly Event[]>;
  /** Several streams at once, each from its start; the map holds every stream that was asked for. */
  readStreams(college: string, streams: readonly string[]): Promise<ReadonlyMap<string, readonly Event[]>>;
  /** At most `limit` events after a position, in order and without a gap. */
  read(college: string, after: bigint, limit: number): Promise<readonly Event[]>;
  /**
   * Looks through at most `limit` events after a position, without a gap, and gives those that are of none of some
   * types: for whoever folds a whole log and passes most of it by. A later version than the first is always given.
   */
  scan(college: string, after: bigint, limit: number, without: readonly string[]): Promise<Scanned<Event>>;
  /** The last position, 0 for an empty log. */
  head(college: string): Promise<bigint>;
  /** The last position recorded at or before an instant, 0 where there is none: recorded time never goes back. */
  positionAt(college: string, instant: string): Promise<bigint>;
  /**
   * Follows a college's log after a position: pages in order, none skipped, none twice, until `signal` aborts.
   * Appends of this process wake it at once, those of other processes within the poll interval.
   */
  subscribe(college: string, after: bigint, signal: AbortSignal): AsyncIterable<readonly Event[]>;
  /** Why a college's log goes no further until somebody mends it; `null` where it does. Only an engine that may stop so has it. */
  readonly stuck?: (college: string) => string | null;
  close(): Promise<void>;
}

/** The log as the program reads and writes it: personal texts open to whoever decodes an event. */
export interface EventLog extends SealedLog<OpenedEvent> {
  /** The keys under which texts are sealed. */
  readonly keyring: Keyring;
}

/** An earlier command. */
export interface FoundCommand {
  readonly fingerprint: string;
  readonly first: bigint;
  readonly last: bigint;
}

/** A stretch of a log that was looked through. */
export interface Scanned<Event extends StoredEvent> {
  /** Those that were asked for, in order; their texts lean on one text of the whole stretch, so none is kept. */
  readonly events: readonly Event[];
  /** Where the stretch ends. */
  readonly last: bigint;
}

/** The log could not do what was asked, for a reason that is nobody's decision. */
export class LogFault extends Error {
  override readonly name = 'LogFault';
}
