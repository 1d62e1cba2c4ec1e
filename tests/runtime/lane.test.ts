import { Lane } from '../../src/runtime/lane.ts';
import { Progress } from '../../src/runtime/progress.ts';

/** Resolves after everything that is already settled was taken note of. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('pages that nobody waits for', () => {
  let progress: Progress;
  let lane: Lane;
  let entered: string[];

  const enter = async (key: string): Promise<() => void> => {
    const leave = await lane.enter(key);
    entered.push(key);
    return leave;
  };

  beforeEach(() => {
    progress = new Progress();
    lane = new Lane(progress);
    entered = [];
  });

  it('are applied one at a time, in the order they came', async () => {
    const first = await enter('trail');
    const second = enter('diary');
    const third = enter('windows');
    await settled();
    expect(entered).toEqual(['trail']);
    first();
    const leaveSecond = await second;
    expect(entered).toEqual(['trail', 'diary']);
    leaveSecond();
    await third;
    expect(entered).toEqual(['trail', 'diary', 'windows']);
  });

  it('are passed by the page that somebody waits for, and by one that somebody begins to wait for', async () => {
    const leave = await enter('trail');
    const waitedFor = progress.next('gradebook', 60_000);
    await enter('gradebook');
    const queued = enter('diary');
    const beginning = progress.next('diary', 60_000);
    await queued;
    expect(entered).toEqual(['trail', 'gradebook', 'diary']);
    const last = enter('windows');
    await settled();
    expect(entered).not.toContain('windows');
    leave();
    await last;
    expect(entered.at(-1)).toBe('windows');
    progress.wake('gradebook');
    progress.wake('diary');
    await Promise.all([waitedFor, beginning]);
  });
});
