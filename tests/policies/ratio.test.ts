import fc from 'fast-check';
import { averageText, percentText, ratioText } from '../../src/policies/ratio.ts';

describe('a ratio as text', () => {
  it('T-45: rounds an average half up, to two places', () => {
    expect(averageText(9, 2)).toBe('4.50');
    expect(averageText(14, 3)).toBe('4.67');
    expect(averageText(13, 8)).toBe('1.63');
    expect(averageText(0, 3)).toBe('0.00');
  });

  it('T-16: rounds a per cent half up, to one place', () => {
    expect(percentText(1, 8)).toBe('12.5');
    expect(percentText(1, 2000)).toBe('0.1');
    expect(percentText(1, 2001)).toBe('0.0');
    expect(percentText(7, 7)).toBe('100.0');
  });

  it('is none of nothing', () => {
    expect(averageText(0, 0)).toBeNull();
    expect(percentText(0, 0)).toBeNull();
  });

  it('is never further than half a unit of its last place from the exact value', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1 }), fc.integer({ min: 0, max: 4 }), (part, whole, places) => {
        const unit = 10n ** BigInt(places);
        const rounded = BigInt((ratioText(part, whole, places) ?? '').replace('.', ''));
        const off = rounded * BigInt(whole) - BigInt(part) * unit;
        expect(off * 2n).toBeLessThanOrEqual(BigInt(whole));
        expect(off * 2n).toBeGreaterThan(-BigInt(whole));
      }),
    );
  });
});
