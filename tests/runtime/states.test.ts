import type { Fold } from '../../src/decisions/decision.ts';
import { Room, States } from '../../src/runtime/states.ts';
import { eventLog } from '../support/event-log.ts';

const nothing: Fold<null> = { category: 'journal', initial: null, evolve: () => null };

/** A college that remembers streams, and how often it asked the log for one. */
const remembering = (college: string, room: Room) => {
  const asked: string[] = [];
  const log = eventLog();
  const states = new States(
    {
      ...log,
      readStreams: (of, streams) => {
        asked.push(...streams);
        return log.readStreams(of, streams);
      },
    },
    college,
    room,
  );
  const look = (...streams: readonly string[]): Promise<unknown> =>
    Promise.all(streams.map((stream) => states.get(nothing, stream)));
  return { look, asked };
};

describe('the states that a process remembers', () => {
  it('are read once while there is room', async () => {
    const { look, asked } = remembering('busy', new Room(10));
    await look('a', 'b');
    await look('a', 'b');
    expect(asked).toEqual(['a', 'b']);
  });

  it('of a college at rest make room for those of a busy one', async () => {
    const room = new Room(3);
    const [resting, busy] = [remembering('resting', room), remembering('busy', room)];
    await resting.look('a');
    await busy.look('b', 'c', 'd', 'e', 'f', 'g');
    await resting.look('a');
    expect(resting.asked).toEqual(['a', 'a']);
  });

  it('in use stay, however many others come and go', async () => {
    const { look, asked } = remembering('busy', new Room(3));
    for (const other of ['b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      await look('a');
      await look(other);
    }
    expect(asked.filter((stream) => stream === 'a')).toEqual(['a']);
  });
});
