import { randomUUID } from 'node:crypto';
import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
  type AppendStreamState,
} from '@kurrent/kurrentdb-client';
import { bytes, failureOf, freshStream, said, wordsIn, type Connected } from './words.ts';

/** One stream at a time, over the long call and over the single one. */
export function appending(connected: Connected): void {
  describe.each([
    ['the long call that all appends share', undefined],
    ['a call of its own, as one with credentials', { username: 'admin', password: 'changeit' }],
  ] as const)('an append over %s', (_, credentials) => {
    const options = credentials ? { credentials } : {};
    const append = (stream: string, words: readonly string[], streamState: AppendStreamState) =>
      connected().appendToStream(
        stream,
        words.map((word) => said(word)),
        { streamState, ...options },
      );

    it('tells the last revision and a position, and the next one follows it', async () => {
      const stream = freshStream();
      const first = await append(stream, ['one', 'two'], NO_STREAM);
      const second = await append(stream, ['three'], 1n);
      expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([1n, 2n]);
      expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
      await expect(wordsIn(connected(), stream)).resolves.toEqual(['one', 'two', 'three']);
    });

    it.each([
      ['that was expected not to exist', NO_STREAM, 0n],
      ['that was expected further on', 5n, 0n],
    ] as const)('is refused for a stream %s, and tells where it stands', async (_kind, expected, actual) => {
      const stream = freshStream();
      await append(stream, ['one'], NO_STREAM);
      const failure = await failureOf(append(stream, ['two'], expected));
      expect(failure).toBeInstanceOf(WrongExpectedVersionError);
      expect(failure).toMatchObject({ streamName: stream, expectedState: expected, actualState: actual });
      await expect(wordsIn(connected(), stream)).resolves.toEqual(['one']);
    });

    it.each([STREAM_EXISTS, 0n] as const)(
      'is refused at %s for a stream that does not exist',
      async (expected) => {
        const failure = await failureOf(append(freshStream(), ['one'], expected));
        expect(failure).toBeInstanceOf(WrongExpectedVersionError);
        expect(failure).toMatchObject({ expectedState: expected, actualState: NO_STREAM });
      },
    );

    it.each<AppendStreamState>([ANY, STREAM_EXISTS])(
      'goes through at %s where something is',
      async (expected) => {
        const stream = freshStream();
        await append(stream, ['one'], NO_STREAM);
        const { nextExpectedRevision } = await append(stream, ['two'], expected);
        expect(nextExpectedRevision).toBe(1n);
      },
    );

    it.each<AppendStreamState>([NO_STREAM, ANY])(
      'sent twice at %s is stored once, and answered the same',
      async (streamState) => {
        const stream = freshStream();
        const events = [said('one'), said('two')];
        const first = await connected().appendToStream(stream, events, { streamState, ...options });
        await append(stream, ['three'], 1n);
        const again = await connected().appendToStream(stream, events, { streamState, ...options });
        expect(again.nextExpectedRevision).toBe(first.nextExpectedRevision);
        await expect(wordsIn(connected(), stream)).resolves.toEqual(['one', 'two', 'three']);
      },
    );

    it('of which only a part was stored before is refused', async () => {
      const stream = freshStream();
      const known = said('one');
      await connected().appendToStream(stream, [known], { streamState: NO_STREAM, ...options });
      const failure = await failureOf(
        connected().appendToStream(stream, [known, said('two')], { streamState: NO_STREAM, ...options }),
      );
      expect(failure).toBeInstanceOf(WrongExpectedVersionError);
    });
  });

  it('bytes come back as they were, metadata beside them, and the id and type', async () => {
    const stream = freshStream();
    const data = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const id = randomUUID();
    await connected().appendToStream(stream, { ...bytes(data, id), metadata: { why: 'proof' } });
    const [read] = await Array.fromAsync(connected().readStream(stream));
    expect(read?.event).toMatchObject({
      id,
      type: 'Kept',
      isJson: false,
      revision: 0n,
      metadata: { why: 'proof' },
    });
    expect(Buffer.from(read?.event?.data as Uint8Array)).toEqual(Buffer.from(data));
  });

  it('a hundred appends at once to one stream are all stored, each at a revision of its own', async () => {
    const stream = freshStream();
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, i) => connected().appendToStream(stream, said(String(i)))),
    );
    const revisions = results.map(({ nextExpectedRevision }) => nextExpectedRevision);
    expect(revisions.toSorted((a, b) => Number(a - b))).toEqual(
      Array.from({ length: 100 }, (_, i) => BigInt(i)),
    );
  });

  it('of a hundred appends at once at the same revision one goes through', async () => {
    const stream = freshStream();
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, () =>
        connected().appendToStream(stream, said('me'), { streamState: NO_STREAM }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(wordsIn(connected(), stream)).resolves.toEqual(['me']);
  });

  it('an append in several parts is one append', async () => {
    const stream = freshStream();
    const words = Array.from({ length: 50 }, (_, i) => 'x'.repeat(1000) + String(i));
    const events = words.map((word) => said(word));
    await connected().appendToStream(stream, events, { streamState: NO_STREAM, batchAppendSize: 4096 });
    await expect(wordsIn(connected(), stream)).resolves.toEqual(words);
  });
}
