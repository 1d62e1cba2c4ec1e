/** A scale of current marks; no source fixes one, so each page names its own (T-01). */
export type MarkScale = 'fivePoint' | 'passFail' | 'hundredPoint';

const fivePoint = new Set(['2', '3', '4', '5']);
const passFail = new Set(['pass', 'fail']);
const points = /^(100|[1-9]?\d)$/u;

/** Whether a value is a mark of a scale: 2…5, pass or fail, 0…100 whole points. */
export const isMarkOf = (scale: MarkScale, value: string): boolean => {
  switch (scale) {
    case 'fivePoint':
      return fivePoint.has(value);
    case 'passFail':
      return passFail.has(value);
    case 'hundredPoint':
      return points.test(value);
  }
};

/** Whether a value is a mark of any scale at all; if not, it may be anything, a name included. */
export const isMarkOfAny = (value: string): boolean =>
  fivePoint.has(value) || passFail.has(value) || points.test(value);

/** The number behind a mark, or `null` where it has none: only numbers enter an average (T-45). */
export const numberOf = (scale: MarkScale, value: string): number | null =>
  scale === 'passFail' ? null : Number(value);
