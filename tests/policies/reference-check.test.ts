import { checkDeadline, fits } from '../../src/policies/reference-check.ts';

const yearly = { month: 8, day: 28 };
const monthly = { everyMonthBy: 25 };

describe('the deadline of a check of reference data', () => {
  it('T-47: 28 August belongs to the year about to start', () => {
    expect(checkDeadline(yearly, '2024', true)).toBe('2024-08-28');
  });

  it('T-47: whether the day itself is still in time is the college’s to say', () => {
    expect(checkDeadline(yearly, '2024', false)).toBe('2024-08-27');
  });

  it('T-58, D-18: comes back every month where the regulation says so, and once a year elsewhere', () => {
    expect(checkDeadline(monthly, '2024-09', true)).toBe('2024-09-25');
    expect(checkDeadline(monthly, '2024-10', true)).toBe('2024-10-25');
    expect([fits(monthly, '2024'), fits(monthly, '2024-09'), fits(yearly, '2024-09')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('of questionnaires is the end of the month, a leap February too', () => {
    expect(checkDeadline({ kind: 'everyMonths', months: 1 }, '2024-02', true)).toBe('2024-02-29');
  });

  it('is none where the regulation is silent, or speaks of changes only', () => {
    expect(checkDeadline(null, '2024', true)).toBeNull();
    expect(checkDeadline({ kind: 'onChange' }, '2024-09', true)).toBeNull();
    expect(fits(null, '2024')).toBe(true);
  });
});
