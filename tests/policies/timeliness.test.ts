import { isLate } from '../../src/policies/timeliness.ts';

describe('an entry deadline', () => {
  it('is late on the day after, and not before', () => {
    expect(isLate('2024-09-03', { today: '2024-09-03', time: '23:59' })).toBe(false);
    expect(isLate('2024-09-03', { today: '2024-09-04', time: '00:00' })).toBe(true);
  });

  it('is late a minute after the minute it names, and not before', () => {
    expect(isLate('2024-09-03T18:10', { today: '2024-09-03', time: '18:10' })).toBe(false);
    expect(isLate('2024-09-03T18:10', { today: '2024-09-03', time: '18:11' })).toBe(true);
  });
});
