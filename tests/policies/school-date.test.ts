import { initialRegulation } from '../../src/policies/regulation/regulation.ts';
import { checksDue, schoolDate } from '../../src/policies/school-date.ts';

const checksOf = (preset: '000' | '001' | '003', isInclusive = true) =>
  checksDue(initialRegulation(preset).value('referenceData.checkDeadline'), 2024, isInclusive);

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
});

describe('the checks of the reference data in a school year', () => {
  it('T-47: are one, before the year begins, where the regulation names a day', () => {
    expect(checksOf('003')).toEqual([{ term: '2024', until: '2024-08-28' }]);
    expect(checksOf('003', false)).toEqual([{ term: '2024', until: '2024-08-27' }]);
  });

  it('T-58, D-18: come back every month where it names a day of the month', () => {
    const checks = checksOf('000');
    expect(checks).toHaveLength(12);
    expect(checks[0]).toEqual({ term: '2024-09', until: '2024-09-25' });
    expect(checks.at(-1)).toEqual({ term: '2025-08', until: '2025-08-25' });
  });

  it('are none where the regulation is silent', () => {
    expect(checksOf('001')).toEqual([]);
  });
});
