import { objectivityOf } from '../../src/policies/mark-objectivity.ts';

const line = (
  student: string,
  sum: number,
  count: number,
  result: 'grade3' | 'grade4' | 'grade5' | 'pass',
) => ({
  student,
  sum,
  count,
  result,
});

describe('the objectivity of marks (R-MON-07)', () => {
  it('R-MON-07: compares the average of current marks with the final result, student by student', () => {
    // 3.25 and a five; 4.5 and a five, which rounding explains; 4.5 and a four, which it explains as well.
    const found = objectivityOf([
      line('anna', 13, 4, 'grade5'),
      line('boris', 9, 2, 'grade5'),
      line('vera', 9, 2, 'grade4'),
    ]);
    expect(found).toEqual({
      compared: 3,
      averageCurrent: '3.88',
      averageFinal: '4.67',
      deviating: [{ student: 'anna', average: '3.25', result: 'grade5', deviation: '1.75' }],
    });
  });

  it('R-MON-07: shows a result below the average as well, and leaves passes and unmarked students out (T-45)', () => {
    const found = objectivityOf([
      line('anna', 19, 4, 'grade4'),
      line('boris', 0, 0, 'grade5'),
      line('vera', 15, 3, 'pass'),
    ]);
    expect(found).toMatchObject({ compared: 1, deviating: [{ student: 'anna', deviation: '-0.75' }] });
    expect(objectivityOf([])).toEqual({
      compared: 0,
      averageCurrent: null,
      averageFinal: null,
      deviating: [],
    });
  });
});
