/**
 * `numerator / denominator` as exact decimal text with `places` digits after the point, rounded half up:
 * `ratioText(7, 2, 1)` is `3.5`. Both are whole and not negative, and no float takes part.
 * `null` where the denominator is 0: there is nothing to divide.
 */
export const ratioText = (numerator: number, denominator: number, places: number): string | null => {
  if (denominator === 0) return null;
  const divisor = BigInt(denominator);
  const scaled = (BigInt(numerator) * 10n ** BigInt(places) * 2n + divisor) / (divisor * 2n);
  const digits = scaled.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

/** A share of a whole in per cent, with one place, rounded half up: `12.5`. */
export const percentText = (part: number, whole: number): string | null => ratioText(part * 100, whole, 1);

/** The average of `count` numbers that add up to `sum`, with two places, rounded half up (T-45). */
export const averageText = (sum: number, count: number): string | null => ratioText(sum, count, 2);
