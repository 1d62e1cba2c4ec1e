/** What a cell of a page shows. */
interface Cell {
  readonly lesson: string;
  readonly student: string;
  /** In the order they were given. */
  readonly marks: readonly { readonly workType: string; readonly value: string }[];
  readonly attendance: string;
}

/** A page of the journal as it is printed: what a verifier compares with the log. */
export interface PrintedPage {
  readonly format: 'gradeledger-page/1';
  readonly journal: string;
  /** Up to which position it tells. */
  readonly size: number;
  readonly lessons: readonly { readonly lesson: string; readonly date: string }[];
  readonly cells: readonly Cell[];
  readonly attestations: readonly { readonly student: string; readonly result: string }[];
}

/** A page as the read models have it, as far as it is printed. */
export interface ShownPage {
  readonly page: { readonly journal: string };
  readonly lessons: readonly { readonly lesson: string; readonly date: string; readonly status: string }[];
  readonly cells: readonly Cell[];
  readonly attestations: readonly { readonly student: string; readonly current: string }[];
}

/** Prints a page as it stands at a position; lessons that were cancelled and empty cells are left out. */
export const printedPage = (
  { page: { journal }, lessons, cells, attestations }: ShownPage,
  size: number,
): PrintedPage => ({
  format: 'gradeledger-page/1',
  journal,
  size,
  lessons: lessons
    .filter(({ status }) => status !== 'cancelled')
    .map(({ lesson, date }) => ({ lesson, date })),
  cells: cells
    .filter(({ marks, attendance }) => marks.length > 0 || attendance !== 'none')
    .map(({ lesson, student, marks, attendance }) => ({
      lesson,
      student,
      marks: marks.map(({ workType, value }) => ({ workType, value })),
      attendance,
    })),
  attestations: attestations.map(({ student, current }) => ({ student, result: current })),
});
