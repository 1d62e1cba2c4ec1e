import { attemptsSpent, repeatObstacle, repeatsUntil } from '../../src/policies/academic-debt.ts';

const year = { months: 12 };
const limit = { attempts: 2, months: 12, commissionFrom: 2 };
const asked = { spent: 0, until: '2025-12-20', on: '2025-02-10', commission: false };

describe('the term of an academic debt', () => {
  it('lasts a year from the day it arose', () => {
    expect(repeatsUntil('2024-12-20', year)).toBe('2025-12-20');
    expect(repeatsUntil('2024-02-29', year)).toBe('2025-02-28');
  });

  it('stands still during an academic leave, day for day, both ends included', () => {
    expect(repeatsUntil('2024-12-20', year, [{ from: '2025-02-01', until: '2025-02-10' }])).toBe(
      '2025-12-30',
    );
    expect(repeatsUntil('2024-12-20', year, [{ from: '2024-12-10', until: '2024-12-22' }])).toBe(
      '2025-12-22',
    );
  });

  it('is not lengthened by a leave before it arose or after it ended', () => {
    const elsewhere = [
      { from: '2024-01-01', until: '2024-06-30' },
      { from: '2026-01-01', until: '2026-06-30' },
    ];
    expect(repeatsUntil('2024-12-20', year, elsewhere)).toBe('2025-12-20');
  });

  it('reaches into a later leave by way of an earlier one', () => {
    const leaves = [
      { from: '2025-12-25', until: '2025-12-29' },
      { from: '2025-02-01', until: '2025-02-10' },
    ];
    expect(repeatsUntil('2024-12-20', year, leaves)).toBe('2026-01-04');
  });

  it('has no last day while a leave lasts', () => {
    expect(repeatsUntil('2024-12-20', year, [{ from: '2025-02-01', until: null }])).toBeNull();
  });
});

describe('the attempts spent on a debt', () => {
  it('T-24: are the repeats after the result it arose from', () => {
    expect(attemptsSpent(['academicDebt'])).toBe(0);
    expect(attemptsSpent(['academicDebt', 'academicDebt'])).toBe(1);
    expect(attemptsSpent(['notAttested', 'academicDebt', 'notAttested'])).toBe(2);
  });

  it('T-24: do not count what was missed for valid reasons, before or after', () => {
    expect(attemptsSpent(['validReasonNonAttendance', 'academicDebt'])).toBe(0);
    expect(attemptsSpent(['academicDebt', 'validReasonNonAttendance', 'academicDebt'])).toBe(1);
    expect(attemptsSpent(['validReasonNonAttendance'])).toBe(0);
  });
});

describe('one more attempt', () => {
  it('may be made while attempts and days are left', () => {
    expect(repeatObstacle(limit, asked)).toBeNull();
    expect(repeatObstacle(limit, { ...asked, on: '2025-12-20' })).toBeNull();
    expect(repeatObstacle(limit, { ...asked, on: '2026-12-20', until: null })).toBeNull();
  });

  it('is one too many, or too late', () => {
    expect(repeatObstacle(limit, { ...asked, spent: 2 })).toBe('exhausted');
    expect(repeatObstacle(limit, { ...asked, on: '2025-12-21' })).toBe('termOver');
  });

  it('needs a commission from the second on', () => {
    expect(repeatObstacle(limit, { ...asked, spent: 1 })).toBe('commission');
    expect(repeatObstacle(limit, { ...asked, spent: 1, commission: true })).toBeNull();
  });
});
