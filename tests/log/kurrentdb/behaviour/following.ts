import { randomUUID } from 'node:crypto';
import {
  END,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type CaughtUp,
  type Position,
  type StreamSubscription,
} from '@kurrent/kurrentdb-client';
import { freshStream, record, said, type Connected } from './words.ts';

/** Takes so many words from a subscription and ends it. */
async function take(
  subscription: AllStreamSubscription | StreamSubscription,
  count: number,
): Promise<readonly string[]> {
  const words: string[] = [];
  for await (const { event } of subscription) {
    words.push((event?.data as { readonly word: string }).word);
    if (words.length === count) break;
  }
  return words;
}

/** Subscriptions: what was there, what comes, and where they stand. */
export function following(connected: Connected): void {
  describe('a subscription', () => {
    it('to a stream gives what is there after a revision and goes on with what comes', async () => {
      const stream = freshStream();
      await connected().appendToStream(
        stream,
        ['0', '1', '2'].map((word) => said(word)),
      );
      const subscription = connected().subscribeToStream(stream, { fromRevision: 0n });
      const taken = take(subscription, 3);
      await new Promise((resolve) => subscription.once('caughtUp', resolve));
      await connected().appendToStream(stream, said('3'));
      await expect(taken).resolves.toEqual(['1', '2', '3']);
    });

    it('tells the time of a record to the millisecond, a read to the second', async () => {
      const stream = freshStream();
      await connected().appendToStream(stream, said('now'));
      const [read] = await Array.fromAsync(connected().readStream(stream));
      let created = 0;
      for await (const { event } of connected().subscribeToStream(stream)) {
        created = event?.created.getTime() ?? 0;
        break;
      }
      expect(read?.event?.created.getTime()).toBe(created - (created % 1000));
    });

    it('to a stream that does not exist waits for it', async () => {
      const stream = freshStream();
      const subscription = connected().subscribeToStream(stream);
      const taken = take(subscription, 1);
      await new Promise((resolve) => subscription.once('confirmation', resolve));
      await connected().appendToStream(stream, said('first'));
      await expect(taken).resolves.toEqual(['first']);
    });

    it('to all of a prefix goes on after a position, misses nothing and gives nothing else', async () => {
      const college = randomUUID();
      const write = (word: string) =>
        connected().appendRecords([record(`${college}/a`, word), record(`x-${college}`, 'no')]);
      for (const word of ['0', '1', '2']) await write(word);
      const filter = streamNameFilter({ prefixes: [`${college}/`] });
      const [first] = await Array.fromAsync(connected().readAll({ filter, maxCount: 1 }));
      const after = first?.event?.position;
      const subscription = connected().subscribeToAll({ ...(after ? { fromPosition: after } : {}), filter });
      const taken = take(subscription, 22);
      await Promise.all(Array.from({ length: 20 }, (_, i) => write(`later ${String(i)}`)));
      const words = await taken;
      expect(words.slice(0, 2)).toEqual(['1', '2']);
      expect(new Set(words).size).toBe(22);
    });

    it('from the end gives only what comes', async () => {
      const college = randomUUID();
      await connected().appendRecords([record(`${college}/a`, 'before')]);
      const filter = streamNameFilter({ prefixes: [`${college}/`] });
      const subscription = connected().subscribeToAll({ fromPosition: END, filter });
      const taken = take(subscription, 1);
      await new Promise((resolve) => subscription.once('confirmation', resolve));
      await connected().appendRecords([record(`${college}/a`, 'after')]);
      await expect(taken).resolves.toEqual(['after']);
    });

    it('tells in checkpoints how far it looked, over events that are not its own', async () => {
      const college = randomUUID();
      const [start] = await Array.fromAsync(
        connected().readAll({ direction: 'backwards', fromPosition: END, maxCount: 1 }),
      );
      await connected().appendToStream(
        `x-${college}`,
        Array.from({ length: 200 }, (_, i) => said(String(i))),
      );
      const reached = new Promise<Position>((resolve) => {
        const subscription = connected().subscribeToAll({
          ...(start?.event?.position ? { fromPosition: start.event.position } : {}),
          filter: streamNameFilter({
            prefixes: [`${college}/`],
            maxSearchWindow: 32,
            checkpointInterval: 1,
            checkpointReached: (_, position) => {
              resolve(position);
              void subscription.unsubscribe();
            },
          }),
        });
        subscription.on('data', () => undefined);
      });
      expect((await reached).commit).toBeGreaterThan(start?.commitPosition ?? -1n);
    });

    it('tells when it has caught up, and at which position', async () => {
      const college = randomUUID();
      await connected().appendRecords([record(`${college}/a`, '0')]);
      const filter = streamNameFilter({ prefixes: [`${college}/`] });
      const subscription = connected().subscribeToAll({ filter });
      const words: unknown[] = [];
      subscription.on('data', ({ event }: AllStreamResolvedEvent) => words.push(event?.data));
      const state = await new Promise<CaughtUp>((resolve) => subscription.once('caughtUp', resolve));
      await subscription.unsubscribe();
      expect(words).toEqual([{ word: '0' }]);
      const { position } = await connected().appendToStream(`${college}/a`, said('1'));
      expect(state.date).toBeInstanceOf(Date);
      expect(state.position?.commit).toBeLessThan(position?.commit ?? 0n);
    });
  });
}
