import { PACE, waitAfter } from '../../src/webhooks/pace.ts';

const HOUR = 60 * 60 * 1_000;

describe('how long a failed delivery waits', () => {
  it('is twice as long each time, up to an hour', () => {
    const waits = [1, 2, 3, 4, 11, 12, 13, 1_000].map((failures) => waitAfter(failures, null, PACE, 0));
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 2_048_000, HOUR, HOUR, HOUR]);
  });

  it('is less up to a half by chance, so that many do not come back together', () => {
    expect(waitAfter(3, null, PACE, 1)).toBe(4_000);
    expect(waitAfter(3, null, PACE, 0.5)).toBe(6_000);
  });

  it('is what the receiver asks for where that is longer, but never more than an hour', () => {
    expect(waitAfter(1, 30_000, PACE, 0)).toBe(30_000);
    expect(waitAfter(5, 1_000, PACE, 0)).toBe(32_000);
    expect(waitAfter(1, 24 * HOUR, PACE, 0)).toBe(HOUR);
  });
});
