import {
  ANY,
  AppendConsistencyViolationError,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  StreamTombstonedError,
  type AppendStreamState,
} from '@kurrent/kurrentdb-client';
import { demand, failureOf, freshStream, record, said, wordsIn, type Connected } from './words.ts';

/** Streams that were deleted, for a while or for ever, and what metadata hides. */
export function deleting(connected: Connected): void {
  const made = async (...words: readonly string[]): Promise<string> => {
    const stream = freshStream();
    await connected().appendToStream(
      stream,
      words.map((word) => said(word)),
    );
    return stream;
  };

  describe('a stream that was deleted', () => {
    it('is not found', async () => {
      const stream = await made('1');
      await connected().deleteStream(stream);
      const failure = await failureOf(Array.fromAsync(connected().readStream(stream)));
      expect(failure).toBeInstanceOf(StreamNotFoundError);
    });

    it.each<AppendStreamState>([NO_STREAM, ANY, 1n])(
      'begins again after its last revision, expected at %s',
      async (streamState) => {
        const stream = await made('1', '2');
        await connected().deleteStream(stream);
        const { nextExpectedRevision } = await connected().appendToStream(stream, said('3'), { streamState });
        expect(nextExpectedRevision).toBe(2n);
        await expect(wordsIn(connected(), stream)).resolves.toEqual(['3']);
      },
    );

    it('is not something there for a check', async () => {
      const stream = await made('1');
      await connected().deleteStream(stream);
      const failure = await failureOf(
        connected().appendRecords([record(freshStream(), 'x')], [demand(stream, STREAM_EXISTS)]),
      );
      expect(failure).toBeInstanceOf(AppendConsistencyViolationError);
      expect(failure).toMatchObject({ violations: [{ actualState: -10n }] });
    });

    it('was deleted at the revision that was expected, or not at all', async () => {
      const stream = await made('1');
      const failure = await failureOf(connected().deleteStream(stream, { expectedRevision: 5n }));
      expect(failure).toMatchObject({ type: 'wrong-expected-version' });
      await expect(wordsIn(connected(), stream)).resolves.toEqual(['1']);
    });
  });

  describe('a stream that was deleted for ever', () => {
    let stream: string;
    beforeEach(async () => {
      stream = await made('1');
      await connected().tombstoneStream(stream);
    });

    it('is read no more', async () => {
      const failure = await failureOf(Array.fromAsync(connected().readStream(stream)));
      expect(failure).toBeInstanceOf(StreamDeletedError);
    });

    it('is written no more, over the shared call and a call of its own', async () => {
      const append = (options = {}) => failureOf(connected().appendToStream(stream, said('2'), options));
      await expect(append()).resolves.toBeInstanceOf(StreamDeletedError);
      const credentials = { username: 'admin', password: 'changeit' };
      await expect(append({ credentials })).resolves.toBeInstanceOf(StreamDeletedError);
    });

    it('is written no more together with others', async () => {
      const session = connected().multiStreamAppend([
        { streamName: stream, events: [said('2')], expectedState: ANY },
      ]);
      expect(await failureOf(session)).toBeInstanceOf(StreamTombstonedError);
      const failure = await failureOf(connected().appendRecords([record(stream, '2')]));
      expect(failure).toMatchObject({ violations: [{ streamName: stream, actualState: -100n }] });
    });

    it('counts as not there for a check', async () => {
      const { responses } = await connected().appendRecords(
        [record(freshStream(), 'x')],
        [demand(stream, NO_STREAM)],
      );
      expect(responses).toHaveLength(1);
    });
  });

  describe('metadata of a stream', () => {
    it('comes back as it was set, and a count in it hides what is older', async () => {
      const stream = await made('1', '2', '3');
      await connected().setStreamMetadata(stream, { maxCount: 2 });
      const { metadata } = await connected().getStreamMetadata(stream);
      expect(metadata).toMatchObject({ maxCount: 2 });
      await expect(wordsIn(connected(), stream)).resolves.toEqual(['2', '3']);
    });
  });
}
