import { isMarkOf, type MarkScale } from '../../../policies/mark-scale.ts';
import type { LineItem } from '../records/line-item.ts';

type Range = Pick<LineItem, 'resultValueMin' | 'resultValueMax'>;

/**
 * The scale a range of scores speaks of: up to 100, up to 5, or 0 and 1; without an upper bound scores count as
 * points out of 100. `undefined`: a range for which the journal has no scale.
 */
export const scaleOfRange = ({ resultValueMin: min = 0, resultValueMax: max = 100 }: Range) => {
  if (min < 0) return undefined;
  const scales = new Map<number, MarkScale>([
    [100, 'hundredPoint'],
    [5, 'fivePoint'],
    [1, 'passFail'],
  ]);
  return scales.get(max);
};

/** The scale of a page: the one that most of its work speaks of, and points where there is no work yet. */
export const scaleOfPage = (works: readonly Range[]): MarkScale | undefined => {
  if (works.length === 0) return 'hundredPoint';
  const counts = new Map<MarkScale, number>();
  for (const work of works) {
    const scale = scaleOfRange(work);
    if (scale) counts.set(scale, (counts.get(scale) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0];
};

/** A score as a mark in whole points, half a point rounded up; `undefined` where it is none of the scale. */
export const markOf = (scale: MarkScale, score: number): string | undefined => {
  const whole = Math.floor(score + 0.5);
  const value = scale === 'passFail' ? ({ 0: 'fail', 1: 'pass' }[whole] ?? '') : String(whole);
  return isMarkOf(scale, value) ? value : undefined;
};
