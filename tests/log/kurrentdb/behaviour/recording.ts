import { randomUUID } from 'node:crypto';
import {
  ANY,
  AppendConsistencyViolationError,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
  type AppendStreamState,
} from '@kurrent/kurrentdb-client';
import { demand, failureOf, freshStream, record, said, wordsIn, type Connected } from './words.ts';

/** Records of several streams at once, with checks of any. */
export function recording(connected: Connected): void {
  const made = async (...words: readonly string[]): Promise<string> => {
    const stream = freshStream();
    await connected().appendToStream(
      stream,
      words.map((word) => said(word)),
    );
    return stream;
  };

  describe('records of several streams', () => {
    it('are stored together, each stream at its own last revision, in the order given', async () => {
      const [a, b] = [freshStream('a'), freshStream('b')];
      const { responses, position } = await connected().appendRecords([
        record(a, '1'),
        record(b, '2'),
        record(a, '3'),
      ]);
      expect(responses).toEqual([
        { streamName: a, revision: 1n },
        { streamName: b, revision: 0n },
      ]);
      const [last] = await Array.fromAsync(
        connected().readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }),
      );
      expect(last?.commitPosition).toBeGreaterThanOrEqual(position);
      await expect(wordsIn(connected(), a)).resolves.toEqual(['1', '3']);
    });

    it('show their properties and their schema as metadata', async () => {
      const stream = freshStream();
      const event = { ...said('hello'), metadata: { who: 'teacher' } };
      await connected().appendRecords([{ streamName: stream, record: event }]);
      const [read] = await Array.fromAsync(connected().readStream(stream));
      expect(read?.event?.metadata).toEqual({
        who: 'teacher',
        '$schema.format': 'Json',
        '$schema.name': 'Said',
      });
      expect(read?.event).toMatchObject({ type: 'Said', isJson: true, id: event.id });
    });

    it('are refused where metadata is not text', async () => {
      const event = { ...said('hello'), metadata: { count: 3 } };
      const refused = connected().appendRecords([{ streamName: freshStream(), record: event }]);
      await expect(refused).rejects.toThrow('string values');
    });

    it('sent twice with the same checks on what they write are stored once', async () => {
      const [a, b] = [freshStream('a'), freshStream('b')];
      const records = [record(a, '1'), record(b, '2')];
      const checks = [demand(a, NO_STREAM), demand(b, NO_STREAM)];
      const first = await connected().appendRecords(records, checks);
      const again = await connected().appendRecords(records, checks);
      expect(again.responses).toEqual(first.responses);
      await expect(wordsIn(connected(), a)).resolves.toEqual(['1']);
    });
  });

  describe('a check', () => {
    it.each<readonly [string, AppendStreamState, readonly string[]]>([
      ['its revision', 1n, ['1', '2']],
      ['something there', STREAM_EXISTS, ['1']],
      ['nothing there', NO_STREAM, []],
      ['anything', ANY, []],
    ])('of a stream that is only read passes at %s', async (_, expected, words) => {
      const read = words.length > 0 ? await made(...words) : freshStream();
      const { responses } = await connected().appendRecords(
        [record(freshStream(), 'x')],
        [demand(read, expected)],
      );
      expect(responses).toHaveLength(1);
      await expect(wordsIn(connected(), read)).resolves.toEqual(words);
    });

    it.each<readonly [string, AppendStreamState, readonly string[], AppendStreamState]>([
      ['its revision', 0n, ['1', '2'], 1n],
      ['a later one', 7n, ['1'], 0n],
      ['one of a stream that is not there', 7n, [], NO_STREAM],
      ['something there', STREAM_EXISTS, [], NO_STREAM],
      ['nothing there', NO_STREAM, ['1'], 0n],
    ])(
      'that fails at %s stores nothing and tells where the stream stands',
      async (_, expected, words, actual) => {
        const read = words.length > 0 ? await made(...words) : freshStream();
        const written = freshStream();
        const failure = await failureOf(
          connected().appendRecords([record(written, 'x')], [demand(read, expected)]),
        );
        expect(failure).toBeInstanceOf(AppendConsistencyViolationError);
        expect(failure).toMatchObject({
          violations: [{ checkIndex: 0, streamName: read, expectedState: expected, actualState: actual }],
        });
        await expect(wordsIn(connected(), written)).resolves.toEqual([]);
      },
    );

    it('names every stream that moved, by the place of its check', async () => {
      const [a, b, c] = [await made('1'), await made('1', '2'), freshStream()];
      const failure = await failureOf(
        connected().appendRecords([record(c, 'x')], [demand(a, 9n), demand(c, NO_STREAM), demand(b, 8n)]),
      );
      expect(failure).toMatchObject({
        violations: [
          { checkIndex: 0, streamName: a, actualState: 0n },
          { checkIndex: 2, streamName: b, actualState: 1n },
        ],
      });
    });

    it('lets one of two through that decide from the same stream', async () => {
      const stream = await made('1');
      const results = await Promise.allSettled(
        ['a', 'b'].map((word) => connected().appendRecords([record(stream, word)], [demand(stream, 0n)])),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('a session of several streams', () => {
    const session = (parts: readonly (readonly [string, string, AppendStreamState])[]) =>
      connected().multiStreamAppend(
        parts.map(([streamName, word, expectedState]) => ({
          streamName,
          events: [said(word)],
          expectedState,
        })),
      );

    it('stores all of them', async () => {
      const [a, b] = [freshStream('a'), await made('1')];
      const { responses } = await session([
        [a, 'x', NO_STREAM],
        [b, 'y', 0n],
      ]);
      expect(responses).toEqual([
        { streamName: a, revision: 0n },
        { streamName: b, revision: 1n },
      ]);
    });

    it('stores none where one stands elsewhere, and names the first that does', async () => {
      const [a, b] = [freshStream('a'), await made('1')];
      const failure = await failureOf(
        session([
          [a, 'x', NO_STREAM],
          [b, 'y', NO_STREAM],
        ]),
      );
      expect(failure).toBeInstanceOf(WrongExpectedVersionError);
      expect(failure).toMatchObject({ streamName: b, expectedState: NO_STREAM, actualState: 0n });
      await expect(wordsIn(connected(), a)).resolves.toEqual([]);
    });

    it('takes each stream once', async () => {
      const a = freshStream('a');
      const failure = await failureOf(
        session([
          [a, 'x', NO_STREAM],
          [a, 'y', ANY],
        ]),
      );
      expect(failure).toMatchObject({ code: 10 });
    });

    it('sent twice is stored once', async () => {
      const [a, id] = [freshStream('a'), randomUUID()];
      const send = () =>
        connected().multiStreamAppend([{ streamName: a, events: [said('x', id)], expectedState: NO_STREAM }]);
      await send();
      const { responses } = await send();
      expect(responses).toEqual([{ streamName: a, revision: 0n }]);
      await expect(wordsIn(connected(), a)).resolves.toEqual(['x']);
    });
  });
}
