import {
  BACKWARDS,
  END,
  eventTypeFilter,
  StreamNotFoundError,
  streamNameFilter,
  type AllStreamResolvedEvent,
} from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import { failureOf, freshStream, record, said, wordsIn, wordsOf, type Connected } from './words.ts';

/** Streams and `$all`, in both directions and from any place. */
export function reading(connected: Connected): void {
  const numbers = ['0', '1', '2', '3', '4'];

  describe('a stream that is read', () => {
    let stream: string;
    beforeAll(async () => {
      stream = freshStream();
      await connected().appendToStream(
        stream,
        numbers.map((word) => said(word)),
      );
    });
    const read = async (options: Parameters<ReturnType<Connected>['readStream']>[1]) =>
      wordsOf(await Array.fromAsync(connected().readStream(stream, options)));

    it.each([
      ['from its start', {}, numbers],
      ['from a revision, that one included', { fromRevision: 3n }, ['3', '4']],
      ['so many', { maxCount: 2 }, ['0', '1']],
      ['from behind its end', { fromRevision: 9n }, []],
      ['backwards from its end', { direction: BACKWARDS, fromRevision: END }, numbers.toReversed()],
      ['backwards from a revision', { direction: BACKWARDS, fromRevision: 1n }, ['1', '0']],
      ['its last alone', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }, ['4']],
    ] as const)('gives what was asked for: %s', async (_, options, words) => {
      await expect(read(options)).resolves.toEqual(words);
    });

    it('is refused by name where it does not exist', async () => {
      const missing = freshStream();
      const failure = await failureOf(Array.fromAsync(connected().readStream(missing)));
      expect(failure).toBeInstanceOf(StreamNotFoundError);
      expect(failure).toMatchObject({ streamName: missing });
    });

    it('has names of other letters, and more events than one page', async () => {
      const cyrillic = freshStream('журнал/группа Ё');
      const words = Array.from({ length: 700 }, (_, i) => String(i));
      await connected().appendToStream(
        cyrillic,
        words.map((word) => said(word)),
      );
      await expect(wordsIn(connected(), cyrillic)).resolves.toEqual(words);
    });
  });

  describe('the whole of it that is read', () => {
    let college: string;
    let events: readonly AllStreamResolvedEvent[];
    const all = (options: Parameters<ReturnType<Connected>['readAll']>[0] = {}) =>
      Array.fromAsync(
        connected().readAll({ filter: streamNameFilter({ prefixes: [`${college}/`] }), ...options }),
      );
    beforeAll(async () => {
      college = randomUUID();
      for (const word of numbers) {
        await connected().appendRecords([
          record(`${college}/${Number(word) % 2 ? 'odd' : 'even'}`, word),
          record(`other-${college}`, `not ${word}`),
        ]);
      }
      events = await all();
    });
    const at = (index: number) => {
      const position = events[index]?.event?.position;
      if (!position) throw new Error('A record of $all has a position.');
      return position;
    };

    it('keeps the order in which it was written, over all streams of the prefix and no others', () => {
      expect(wordsOf(events)).toEqual(numbers);
      const positions = events.map(({ commitPosition }) => commitPosition ?? -1n);
      expect(positions).toEqual(positions.toSorted((a, b) => Number(a - b)));
    });

    it('goes on from a position with the event that lies there', async () => {
      await expect(all({ fromPosition: at(2) }).then(wordsOf)).resolves.toEqual(['2', '3', '4']);
    });

    it('goes on from any position between two events with the next one', async () => {
      const { commit, prepare } = at(2);
      const between = { commit: commit + 1n, prepare: prepare + 1n };
      await expect(all({ fromPosition: between }).then(wordsOf)).resolves.toEqual(['3', '4']);
    });

    it('goes back from its end, and before a position', async () => {
      await expect(all({ direction: BACKWARDS, fromPosition: END }).then(wordsOf)).resolves.toEqual(
        numbers.toReversed(),
      );
      const before = all({ direction: BACKWARDS, fromPosition: at(2) });
      await expect(before.then(wordsOf)).resolves.toEqual(['1', '0']);
    });

    it('gives no more than was asked for, of those that pass the filter', async () => {
      await expect(all({ maxCount: 3 }).then(wordsOf)).resolves.toEqual(['0', '1', '2']);
    });

    it('is filtered by expressions of names and by types too', async () => {
      const odd = await all({ filter: streamNameFilter({ regex: `^${college}/odd$` }) });
      expect(wordsOf(odd)).toEqual(['1', '3']);
      const typed = await all({
        filter: eventTypeFilter({ prefixes: ['Sai'] }),
        fromPosition: at(4),
        maxCount: 1,
      });
      expect(wordsOf(typed)).toEqual(['4']);
    });
  });
}
