import type { Purpose } from '../../events/event.ts';

/** One answer in which somebody read personal data of others. */
export interface Reading {
  readonly college: string;
  readonly account: string;
  readonly session: string;
  readonly roles: readonly string[];
  readonly purposes: readonly Purpose[];
  /** The fields that were read, `Type.field`. */
  readonly fields: readonly string[];
  /** Ids of students and of accounts. */
  readonly subjects: readonly string[];
  /** The name of the operation, as the client gave it. */
  readonly operation: string | null;
  readonly request: string;
}

/** A reading that was recorded. */
export interface RecordedReading extends Reading {
  /** Its place in the record. */
  readonly position: bigint;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Which readings are asked for. */
export interface ReadingFilter {
  readonly account?: string | undefined;
  /** Somebody they were about, by one of these ids. */
  readonly subjects?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The record of who read whose personal data. */
export interface Disclosures {
  /** Records a reading; resolves once it is on the disk. Rejects where it cannot be: then nothing may be shown. */
  record(reading: Reading): Promise<void>;
  /** Readings of a college, newest first: `limit` at most, before a position. */
  list(
    college: string,
    filter: ReadingFilter,
    limit: number,
    before?: bigint,
  ): Promise<readonly RecordedReading[]>;
}
