import { recentReads } from '../../src/runtime/recent-reads.ts';

const started = () => {
  const at = { position: 1n, now: 0 };
  let reads = 0;
  const remembered = recentReads<number>(
    () => at.position,
    () => at.now,
  );
  const read = () => Promise.resolve((reads += 1));
  return { at, ask: (college = 'one', key = 'page') => remembered.get(college, key, read) };
};

describe('an answer that was read a moment ago', () => {
  it('is given again, once for all who ask at once', async () => {
    const { ask } = started();
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    expect(await ask()).toBe(1);
  });

  it('is read again as soon as the projection has moved on', async () => {
    const { at, ask } = started();
    await ask();
    at.position = 2n;
    expect(await ask()).toBe(2);
  });

  it('is read again after a second, because another process may project (T05)', async () => {
    const { at, ask } = started();
    await ask();
    at.now = 999;
    expect(await ask()).toBe(1);
    at.now = 1_000;
    expect(await ask()).toBe(2);
  });

  it('is never given to another college or for another key', async () => {
    const { ask } = started();
    expect(await ask('one', 'page')).toBe(1);
    expect(await ask('two', 'page')).toBe(2);
    expect(await ask('one', 'other')).toBe(3);
  });

  it('is not remembered when it could not be read', async () => {
    const remembered = recentReads<number>(() => 1n);
    await expect(
      remembered.get('one', 'page', () => Promise.reject(new Error('out of reach'))),
    ).rejects.toThrow('out of reach');
    expect(await remembered.get('one', 'page', () => Promise.resolve(7))).toBe(7);
  });
});
