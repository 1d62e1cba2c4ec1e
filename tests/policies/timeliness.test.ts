import { absenceEntryDeadline, isLate } from '../../src/policies/timeliness.ts';

describe('an entry deadline', () => {
  it('T-12: for an absence is the day after the lesson', () => {
    expect(absenceEntryDeadline('2024-09-02')).toBe('2024-09-03');
  });

  it('is late on the day after, and not before', () => {
    expect(isLate('2024-09-03', { today: '2024-09-03', time: '23:59' })).toBe(false);
    expect(isLate('2024-09-03', { today: '2024-09-04', time: '00:00' })).toBe(true);
  });
});
