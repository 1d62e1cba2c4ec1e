import { averageText, ratioText } from './ratio.ts';
import type { AttestationResult } from './attestation.ts';

/** A student with current marks on a page and a graded result there. */
export interface Compared {
  readonly student: string;
  /** The sum and count of the current marks that are numbers. */
  readonly sum: number;
  readonly count: number;
  readonly result: AttestationResult;
}

/** How far a final result lies from the average of the current marks: what rounding does not explain. */
export interface Deviation {
  readonly student: string;
  readonly average: string | null;
  readonly result: AttestationResult;
  /** The result less the average, with two places: `-1.25`. */
  readonly deviation: string;
}

/** The objectivity of the marks of a page (R-MON-07). */
export interface Objectivity {
  /** Students with current marks and a graded result: only they can be compared. */
  readonly compared: number;
  /** The average of their current marks, and of their results. */
  readonly averageCurrent: string | null;
  readonly averageFinal: string | null;
  /** Those whose result is not what rounding makes of their average. */
  readonly deviating: readonly Deviation[];
}

const GRADES: Readonly<Partial<Record<AttestationResult, number>>> = { grade3: 3, grade4: 4, grade5: 5 };

const deviationOf = ({ student, sum, count, result }: Compared, grade: number): Deviation => {
  const difference = grade * count - sum;
  const text = ratioText(Math.abs(difference), count, 2) ?? '0.00';
  return {
    student,
    average: averageText(sum, count),
    result,
    deviation: difference < 0 ? `-${text}` : text,
  };
};

/**
 * Compares final results with the averages of current marks, in whole numbers until the last step. No text says how far
 * apart they may lie: shown is whoever lies more than half a mark away, which no rounding explains.
 */
export const objectivityOf = (lines: readonly Compared[]): Objectivity => {
  const graded = lines.flatMap((line) => {
    const grade = GRADES[line.result];
    return grade === undefined || line.count === 0 ? [] : [{ line, grade }];
  });
  const total = (of: (one: (typeof graded)[number]) => number): number =>
    graded.reduce((sum, one) => sum + of(one), 0);
  return {
    compared: graded.length,
    averageCurrent: averageText(
      total(({ line }) => line.sum),
      total(({ line }) => line.count),
    ),
    averageFinal: averageText(
      total(({ grade }) => grade),
      graded.length,
    ),
    deviating: graded
      .filter(({ line, grade }) => 2 * Math.abs(grade * line.count - line.sum) > line.count)
      .map(({ line, grade }) => deviationOf(line, grade)),
  };
};
