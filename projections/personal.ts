import type { Purpose } from '../events/event.ts';

/**
 * Texts about somebody in a table: under which key they were sealed, and what is left of a row once that key was
 * destroyed. It has to be exactly what a fold of the same events gives that finds the texts gone.
 */
export interface PersonalTexts<Row> {
  readonly purpose: Purpose;
  /** The columns with the subject of the key: the first that is not null holds it. */
  readonly subject: readonly (keyof Row & string)[];
  /** The columns that hold them: the database keeps no statistics of what stands in them. */
  readonly columns: readonly (keyof Row & string)[];
  /** The same row where there is nothing to overwrite; `undefined`: no row any more. */
  readonly erased: (row: Row) => Row | undefined;
}

/** The columns of a table that hold texts of one purpose, and nothing but them: they become null. */
export const personal = <Row extends object>(
  purpose: Purpose,
  subject: (keyof Row & string) | readonly (keyof Row & string)[],
  columns: readonly (keyof Row & string)[],
): PersonalTexts<Row> => {
  const nothing = Object.fromEntries(columns.map((column) => [column, null]));
  return {
    purpose,
    subject: [subject].flat() as readonly (keyof Row & string)[],
    columns,
    erased: (row) => (columns.every((column) => row[column] === null) ? row : { ...row, ...nothing }),
  };
};

/** The subject of the key that some texts of a row were sealed under. */
export const subjectIn = (
  row: Readonly<Record<string, unknown>>,
  columns: readonly string[],
): string | null => {
  const found = columns.map((column) => row[column]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : null;
};
