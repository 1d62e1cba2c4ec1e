import { hash } from 'node:crypto';
import type { AllStreamRecordedEvent } from '@kurrent/kurrentdb-client';
import { z } from 'zod';
import { LogFault } from '../event-log.ts';
import { asideOf } from './naming.ts';

/** A record among a college's that no command of ours wrote: the log goes on behind it only when it was set aside. */
export class StrayRecord extends LogFault {
  readonly record: AllStreamRecordedEvent;

  constructor(record: AllStreamRecordedEvent, cause: unknown) {
    const { streamId, revision, id, position } = record;
    super(
      `KurrentDB holds a record that is not of this log: ${streamId}@${revision} (${id}), at ${position.commit} of $all; ` +
        'cli log set-aside lets the log go on without it',
      { cause },
    );
    this.record = record;
  }
}

const Aside = z.object({
  stream: z.string(),
  revision: z.number().int().nonnegative(),
  record: z.string(),
  sha256: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

/** That an administrator let a log go on without a record: which one, by its place and its bytes, who, when and why. */
export type Aside = z.infer<typeof Aside>;

/** The records of a college that were set aside. A stream goes on behind them, and its own revisions do not count them. */
export interface Asides {
  has(record: AllStreamRecordedEvent): boolean;
  /** The revision at which KurrentDB has a stream whose last event is of this revision. */
  theirs(streamName: string, ours: number): number;
  /** The revision of the last event of ours in a stream that KurrentDB has at this revision. */
  ours(streamName: string, theirs: number): number;
}

const bytesOf = (data: unknown): Uint8Array =>
  data instanceof Uint8Array ? data : Buffer.from(JSON.stringify(data), 'utf8');

/** What names a record for ever, its place and its content. */
export const nameOf = ({ streamId, revision, id, data }: AllStreamRecordedEvent) => ({
  ...{ stream: streamId, revision: Number(revision), record: id },
  sha256: hash('sha256', bytesOf(data)),
});

/** Knows some records by their names. */
export const asidesOf = (list: readonly Aside[]): Asides => {
  const byStream = new Map(
    [...Map.groupBy(list, ({ stream }) => stream)].map(([stream, of]) => [
      stream,
      [...new Set(of.map(({ revision }) => revision))].sort((one, other) => one - other),
    ]),
  );
  return {
    has(found) {
      const { stream, revision, record, sha256 } = nameOf(found);
      return list.some(
        (aside) =>
          aside.stream === stream &&
          aside.revision === revision &&
          aside.record === record &&
          aside.sha256 === sha256,
      );
    },
    theirs: (stream, ours) =>
      (byStream.get(stream) ?? []).reduce((last, aside) => (aside <= last + 1 ? last + 1 : last), ours),
    ours: (stream, theirs) => theirs - (byStream.get(stream) ?? []).filter((aside) => aside <= theirs).length,
  };
};

/** Reads what was set aside in a college's log; `readAll` gives the JSON records of a stream. */
export const readAsides = async (
  readAll: (stream: string) => Promise<readonly unknown[]>,
  college: string,
): Promise<readonly Aside[]> =>
  (await readAll(asideOf(college))).map((data) => {
    const { success, data: aside, error } = Aside.safeParse(data);
    if (!success)
      throw new LogFault(`KurrentDB’s stream ${asideOf(college)} holds what is no decision`, {
        cause: error,
      });
    return aside;
  });
