import { setImmediate as settled } from 'node:timers/promises';
import type { AppendRequest } from '../../../src/log/event-log.ts';
import { createTurns } from '../../../src/log/kurrentdb/turns.ts';
import { append, appendOne, write } from '../requests.ts';

/** Acts that are begun one by one and ended when the test says so. */
const acting = (most?: number) => {
  const turns = createTurns(most);
  const begun: string[] = [];
  const ends = new Map<string, { readonly resolve: () => void; readonly reject: (why: Error) => void }>();
  const outcomes: Promise<unknown>[] = [];
  return {
    begun,
    arrive: (name: string, request: AppendRequest): void => {
      const act = (): Promise<undefined> => {
        begun.push(name);
        const { promise, resolve, reject } = Promise.withResolvers<undefined>();
        ends.set(name, {
          resolve: () => {
            resolve(undefined);
          },
          reject,
        });
        return promise;
      };
      outcomes.push(turns.take(request, act).catch((error: unknown) => error));
    },
    end: async (name: string, why?: Error): Promise<void> => {
      if (why) ends.get(name)?.reject(why);
      else ends.get(name)?.resolve();
      await settled();
    },
  };
};

const at = (second: number): string => `2026-09-01T08:00:0${String(second)}.000Z`;

describe('appends to one college’s log in KurrentDB', () => {
  it('are on their way together where they move different streams', async () => {
    const { begun, arrive } = acting();
    for (const name of ['mark-1', 'mark-2', 'mark-3']) arrive(name, appendOne(name));
    await settled();
    expect(begun).toEqual(['mark-1', 'mark-2', 'mark-3']);
  });

  it('may all be decided from one period that none of them moves', async () => {
    const { begun, arrive } = acting();
    const checks = [{ stream: 'period-1', expected: 0 }];
    arrive('one', append([write('mark-1')], { checks }));
    arrive('other', append([write('mark-2')], { checks }));
    await settled();
    expect(begun).toEqual(['one', 'other']);
  });

  it.each<readonly [string, AppendRequest, AppendRequest]>([
    ['move the same stream', appendOne('mark-1'), appendOne('mark-1', 0)],
    [
      'move what the later one was decided from',
      appendOne('period-1'),
      append([write('mark-1')], { checks: [{ stream: 'period-1', expected: -1 }] }),
    ],
    [
      'were decided from what the later one moves',
      append([write('mark-1')], { checks: [{ stream: 'period-1', expected: -1 }] }),
      appendOne('period-1'),
    ],
    [
      'are the same command',
      append([write('mark-1')], { commandId: '0198c0de-0000-4000-8000-000000000001' }),
      append([write('mark-2')], { commandId: '0198c0de-0000-4000-8000-000000000001' }),
    ],
    [
      'are so far apart that one makes the other stale',
      append([write('mark-1')], { at: at(4) }),
      append([write('mark-2')], { at: at(1) }),
    ],
  ])('wait for one another where they %s', async (_, earlier, later) => {
    const { begun, arrive, end } = acting();
    arrive('earlier', earlier);
    arrive('later', later);
    await settled();
    expect(begun).toEqual(['earlier']);
    await end('earlier');
    expect(begun).toEqual(['earlier', 'later']);
  });

  it('go on when the one they waited for has failed', async () => {
    const { begun, arrive, end } = acting();
    arrive('earlier', appendOne('mark-1'));
    arrive('later', appendOne('mark-1'));
    await settled();
    await end('earlier', new Error('the server is gone'));
    expect(begun).toEqual(['earlier', 'later']);
  });

  it('are so many at once as the server takes, and no more', async () => {
    const { begun, arrive, end } = acting(2);
    for (const name of ['mark-1', 'mark-2', 'mark-3', 'mark-4']) arrive(name, appendOne(name));
    await settled();
    expect(begun).toEqual(['mark-1', 'mark-2']);
    await end('mark-2');
    expect(begun).toEqual(['mark-1', 'mark-2', 'mark-3']);
    await end('mark-1');
    await end('mark-3');
    expect(begun).toEqual(['mark-1', 'mark-2', 'mark-3', 'mark-4']);
  });
});
