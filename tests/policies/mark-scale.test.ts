import fc from 'fast-check';
import { isMarkOf, isMarkOfAny, numberOf } from '../../src/policies/mark-scale.ts';

const scales = ['fivePoint', 'passFail', 'hundredPoint'] as const;

describe('a scale of current marks', () => {
  it.each([
    ['fivePoint', ['2', '3', '4', '5'], ['0', '1', '6', '5+', '05', '3.5', 'pass', '']],
    ['passFail', ['pass', 'fail'], ['Pass', '5', 'зачёт', '']],
    ['hundredPoint', ['0', '7', '87', '100'], ['101', '-1', '007', '87.5', '1e2', ' 5', '']],
  ] as const)('T-01: %s takes %j and not %j', (scale, marks, others) => {
    expect(marks.filter((value) => !isMarkOf(scale, value))).toEqual([]);
    expect(others.filter((value) => isMarkOf(scale, value))).toEqual([]);
  });

  it('takes nothing that is longer than a mark', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...scales), (value, scale) => {
        expect(isMarkOf(scale, value) ? value.length <= 4 : true).toBe(true);
        expect(isMarkOfAny(value)).toBe(scales.some((one) => isMarkOf(one, value)));
      }),
    );
  });

  it('T-45: has numbers behind its marks, but none behind a pass', () => {
    expect(numberOf('fivePoint', '4')).toBe(4);
    expect(numberOf('hundredPoint', '87')).toBe(87);
    expect(numberOf('passFail', 'pass')).toBeNull();
  });
});
