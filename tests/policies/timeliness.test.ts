import { absenceEntryDeadline, attestationEntryDeadline, isLate } from '../../src/policies/timeliness.ts';

const weekOf = (workingWeek: 5 | 6) => ({ workingWeek, holidays: new Set<string>() });

describe('an entry deadline', () => {
  it.each([
    ['Friday 2025-05-23', 5, '2025-05-28'],
    ['Friday 2025-05-23', 6, '2025-05-27'],
    ['Friday 2025-06-27', 5, '2025-06-28'],
    ['Saturday 2025-06-28', 6, '2025-06-28'],
  ] as const)(
    'T-06, T-07: for an attestation on %s in a week of %i working days is %s',
    (heldOn, week, due) => {
      expect(attestationEntryDeadline(weekOf(week), heldOn.slice(-10), '2025-06-28')).toBe(due);
    },
  );

  it('T-12: for an absence is the day after the lesson', () => {
    expect(absenceEntryDeadline('2024-09-02')).toBe('2024-09-03');
  });

  it('is late on the day after, and not before', () => {
    expect(isLate('2024-09-03', { today: '2024-09-03', time: '23:59' })).toBe(false);
    expect(isLate('2024-09-03', { today: '2024-09-04', time: '00:00' })).toBe(true);
  });
});
