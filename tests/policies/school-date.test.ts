import { checkDates, documentsDue, lastDayInTime, schoolDate } from '../../src/policies/school-date.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';

const checksOf = (preset: '000' | '001' | '003') =>
  checkDates(initialRegulation(preset).value('referenceData.checkDeadline'), 2024);

describe('a yearly date', () => {
  it.each([
    ['28 August', { month: 8, day: 28 }, '2024-08-28'],
    ['30 August', { month: 8, day: 30 }, '2024-08-30'],
    ['1 September', { month: 9, day: 1 }, '2024-09-01'],
    ['5 July', { month: 7, day: 5 }, '2025-07-05'],
    ['15 January', { month: 1, day: 15 }, '2025-01-15'],
  ])('T-47: %s belongs to the school year 2024/25', (_, date, day) => {
    expect(schoolDate(date, 2024)).toBe(day);
  });

  it('T-47: is itself in time, unless the college does not count it', () => {
    expect(lastDayInTime('2024-08-28', true)).toBe('2024-08-28');
    expect(lastDayInTime('2024-08-28', false)).toBe('2024-08-27');
  });

  it.each([
    ['2024-08-28', '2024-08-21'],
    ['2024-08-30', '2024-08-23'],
  ])('T-47: of a check on %s has its documents handed over by %s', (check, due) => {
    expect(documentsDue(check, 7)).toBe(due);
  });
});

describe('the check of the reference data', () => {
  it('is due once, before the year begins, where the regulation names a day', () => {
    expect(checksOf('003')).toEqual(['2024-08-28']);
  });

  it('T-58, D-18: comes back every month of the year where it names a day of the month', () => {
    const checks = checksOf('000');
    expect(checks).toHaveLength(12);
    expect(checks.slice(0, 2)).toEqual(['2024-09-25', '2024-10-25']);
    expect(checks.at(-1)).toBe('2025-08-25');
  });

  it('is not due where the regulation is silent', () => {
    expect(checksOf('001')).toEqual([]);
  });
});
