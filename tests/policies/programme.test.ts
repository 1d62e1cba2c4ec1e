import { academicYearOf, linesOf, semestersOfPeriod, semestersOfYear } from '../../src/policies/programme.ts';

describe('the academic year', () => {
  it.each([
    ['2024-08-28', 2024],
    ['2024-09-01', 2024],
    ['2025-01-15', 2024],
    ['2025-07-31', 2024],
    ['2025-08-01', 2025],
  ])('T-47: %s belongs to the year about to start or running, %i', (day, year) => {
    expect(academicYearOf(day)).toBe(year);
  });
});

describe('the semesters of a training', () => {
  it('are counted from the year of intake', () => {
    expect(semestersOfYear(2024, 2024)).toEqual([1, 2]);
    expect(semestersOfYear(2022, 2024)).toEqual([5, 6]);
  });

  it.each([
    ['an autumn', '2024-09-01', '2024-12-28', [3]],
    ['an autumn that ends in January', '2024-09-01', '2025-01-20', [3]],
    ['a spring', '2025-01-09', '2025-06-28', [4]],
    ['a whole year', '2024-09-01', '2025-06-28', [3, 4]],
  ])('follow from the middle of a period: %s', (_, from, until, semesters) => {
    expect(semestersOfPeriod(2023, { from, until })).toEqual(semesters);
  });

  it('choose the lines of a course unit', () => {
    const line = { courseUnit: 'a', semester: 1, hours: 4, weeklyHours: 2, formOfControl: null };
    const lines = [line, { ...line, semester: 2 }, { ...line, courseUnit: 'b' }];
    expect(linesOf(lines, 'a', [1])).toEqual([line]);
  });
});
