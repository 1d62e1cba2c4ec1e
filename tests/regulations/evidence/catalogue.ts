/**
 * The tables of the requirements document that machines read, each with its columns in their order.
 * What the document does not say of a row is an empty cell.
 */
export const COLUMNS = {
  /** `binding`: M duty, X prohibition, P right, R recommendation, G goal, D left to a local act. */
  requirements: ['id', 'section', 'requirement', 'actors', 'deadline', 'source', 'binding'],
  /** What each of the five regulations says of a parameter. */
  parameters: ['key', '000', '001', '002', '003', '004'],
  /** Where the regulations contradict each other, and what holds unless a college says otherwise. */
  conflicts: ['id', 'conflict', 'positions', 'otherwise'],
  /** What a naive journal does, and what is right. */
  traps: ['id', 'trap', 'clause', 'wrong', 'right'],
  /** Rules about dates, carried out once. */
  dateVectors: ['rule', 'input', 'lastOpen', 'firstLocked'],
} as const;

/** The name of a table, which its file bears too. */
export type TableName = keyof typeof COLUMNS;

/** A row of a table. */
export type Row<Name extends TableName> = Readonly<Record<(typeof COLUMNS)[Name][number], string>>;

/** All tables. */
export type Catalogue = { readonly [Name in TableName]: readonly Row<Name>[] };

/** Every id that a test or a docstring may name. */
export const idsOf = ({ requirements, traps, conflicts }: Catalogue): readonly string[] =>
  [...requirements, ...traps, ...conflicts].map(({ id }) => id);
