import { marksNeeded, weeklyHoursOf } from '../../src/policies/mark-accumulation.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';

const weeks = { from: '2024-09-02', until: '2024-09-29' };
const lesson = (academicHours: number, status: 'conducted' | 'cancelled' = 'conducted') => ({
  academicHours,
  status,
});

describe('the weekly load of a page', () => {
  it('is the hours of its lessons over the weeks of its period, without cancelled ones', () => {
    expect(weeklyHoursOf([lesson(2), lesson(2), lesson(2), lesson(2)], weeks)).toBe(2);
    expect(weeklyHoursOf([lesson(6), lesson(6), lesson(2), lesson(40, 'cancelled')], weeks)).toBe(4);
  });

  it('is at least one hour', () => {
    expect(weeklyHoursOf([], weeks)).toBe(1);
  });
});

describe('the current marks that a final mark stands on', () => {
  it('T-28 (R-MRK-06): grow with the weekly load', () => {
    const bakal = initialRegulation('001');
    expect(marksNeeded(bakal, 2)).toBe(3);
    expect(marksNeeded(bakal, 4)).toBeGreaterThan(3);
  });

  it('T-28: are not counted where the regulation gives no number', () => {
    expect(marksNeeded(initialRegulation('003'), 2)).toBeNull();
    expect(marksNeeded(initialRegulation('004'), 2)).toBeNull();
  });
});
